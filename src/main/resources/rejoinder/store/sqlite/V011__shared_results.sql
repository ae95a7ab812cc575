-- A result that whoever has its link can read. The id is the SHA-256 of what the link carries; one session has one link at most.
create table share (
    id text not null primary key,
    session text not null unique,
    candidate text not null,
    made_at bigint not null,
    foreign key (session, candidate) references session (id, candidate) on delete cascade
);
