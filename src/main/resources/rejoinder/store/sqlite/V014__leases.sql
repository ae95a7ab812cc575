-- What one of several servers does now. One server has this file to itself and remembers that alone, so there is never a row here; PostgreSQL has them.
create table lease (
    work text not null,
    piece text not null,
    holder text not null,
    held_until integer not null,
    primary key (work, piece)
) strict;
