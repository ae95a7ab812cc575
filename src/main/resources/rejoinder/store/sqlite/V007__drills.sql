-- Lines about one key point, with what they earned. One said after an answer goes with the session of that answer.
create table drill (
    candidate text not null,
    n bigint not null,
    session text,
    question text not null,
    point text not null,
    statement text not null,
    content text not null,
    score double precision not null,
    drilled_at bigint not null,
    primary key (candidate, n),
    foreign key (session, candidate) references session (id, candidate) on delete cascade
);

create index drill_session on drill (session, candidate);
