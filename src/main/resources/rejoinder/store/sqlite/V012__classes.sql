-- A class: people to whom a reviewer assigns interviews. The reviewer may be gone by now; administrators look after every class.
create table classroom (
    id text not null primary key,
    name text not null,
    reviewer text not null,
    made_at bigint not null
);

create table class_member (
    classroom text not null references classroom (id) on delete cascade,
    candidate text not null,
    joined_at bigint not null,
    primary key (classroom, candidate)
);

create index class_member_candidate on class_member (candidate);

-- An interview that a class is to hold, with the columns of a blueprint. Its questions are drawn once, so that everybody answers the same.
create table assignment (
    id text not null primary key,
    classroom text not null references classroom (id) on delete cascade,
    title text not null,
    opens_at bigint not null,
    closes_at bigint not null,
    made_at bigint not null,
    mode text not null,
    quotas text not null,
    picked text not null,
    questions integer not null,
    pace text not null check (pace in ('SUGGESTED', 'TIMED', 'UNTIMED')),
    pace_factor double precision,
    pace_ms bigint,
    seed bigint not null,
    overtime boolean not null,
    follow_ups boolean not null
);

create index assignment_classroom on assignment (classroom);

-- Who has begun an assignment. The row stays when its session is deleted: an assignment is done once.
create table sitting (
    assignment text not null references assignment (id) on delete cascade,
    candidate text not null,
    session text not null,
    begun_at bigint not null,
    primary key (assignment, candidate)
);

create index sitting_candidate on sitting (candidate);

-- What a reviewer says about an answer.
create table answer_comment (
    session text not null,
    place integer not null,
    reviewer text not null,
    candidate text not null,
    content text not null,
    said_at bigint not null,
    primary key (session, place, reviewer),
    foreign key (session, candidate) references session (id, candidate) on delete cascade
);

-- The reviewer who corrected; null if it was the candidate.
alter table correction add column said_by text;

-- An invitation may lead into a class; a name may have one into each, beside one that does not.
create table invitation_into (
    id text not null primary key,
    name text not null,
    name_key text not null,
    role text not null check (role in ('CANDIDATE', 'REVIEWER', 'ADMIN')),
    made_at bigint not null,
    expires_at bigint not null,
    classroom text not null default '',
    unique (name_key, classroom)
);

insert into invitation_into (id, name, name_key, role, made_at, expires_at)
    select id, name, name_key, role, made_at, expires_at from invitation;

drop table invitation;
alter table invitation_into rename to invitation;
