-- Lines about one key point, with what they earned. One said after an answer goes with the session of that answer.
create table drill (
    candidate text collate "C" not null,
    n bigint not null,
    session text collate "C",
    question text collate "C" not null,
    point text collate "C" not null,
    statement text collate "C" not null,
    content text collate "C" not null,
    score double precision not null,
    drilled_at bigint not null,
    primary key (candidate, n),
    foreign key (session, candidate) references session (id, candidate) on delete cascade
);

create index drill_session on drill (session, candidate);
