-- A class: people to whom a reviewer assigns interviews. The reviewer may be gone by now; administrators look after every class.
create table classroom (
    id text collate "C" not null primary key,
    name text collate "C" not null,
    reviewer text collate "C" not null,
    made_at bigint not null
);

create table class_member (
    classroom text collate "C" not null references classroom (id) on delete cascade,
    candidate text collate "C" not null,
    joined_at bigint not null,
    primary key (classroom, candidate)
);

create index class_member_candidate on class_member (candidate);

-- An interview that a class is to hold, with the columns of a blueprint. Its questions are drawn once, so that everybody answers the same.
create table assignment (
    id text collate "C" not null primary key,
    classroom text collate "C" not null references classroom (id) on delete cascade,
    title text collate "C" not null,
    opens_at bigint not null,
    closes_at bigint not null,
    made_at bigint not null,
    mode text collate "C" not null,
    quotas text collate "C" not null,
    picked text collate "C" not null,
    questions integer not null,
    pace text collate "C" not null check (pace in ('SUGGESTED', 'TIMED', 'UNTIMED')),
    pace_factor double precision,
    pace_ms bigint,
    seed bigint not null,
    overtime boolean not null,
    follow_ups boolean not null
);

create index assignment_classroom on assignment (classroom);

-- Who has begun an assignment. The row stays when its session is deleted: an assignment is done once.
create table sitting (
    assignment text collate "C" not null references assignment (id) on delete cascade,
    candidate text collate "C" not null,
    session text collate "C" not null,
    begun_at bigint not null,
    primary key (assignment, candidate)
);

create index sitting_candidate on sitting (candidate);

-- What a reviewer says about an answer.
create table answer_comment (
    session text collate "C" not null,
    place integer not null,
    reviewer text collate "C" not null,
    candidate text collate "C" not null,
    content text collate "C" not null,
    said_at bigint not null,
    primary key (session, place, reviewer),
    foreign key (session, candidate) references session (id, candidate) on delete cascade
);

-- The reviewer who corrected; null if it was the candidate.
alter table correction add column said_by text collate "C";

-- An invitation may lead into a class; a name may have one into each, beside one that does not.
alter table invitation add column classroom text collate "C" not null default '';
alter table invitation drop constraint invitation_name_key_key;
alter table invitation add unique (name_key, classroom);
