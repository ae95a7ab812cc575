-- What one of several servers does now, by kind of work and what it is about. A row whose time is over is free, whoever wrote it; the time is this database's. The
-- holder is made up for each taking.
create table lease (
    work text collate "C" not null,
    piece text collate "C" not null,
    holder text collate "C" not null,
    held_until bigint not null,
    primary key (work, piece)
);
