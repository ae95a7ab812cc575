-- The files of the packs that people import and edit, for several servers. One server has them in its data folder, so there is never a row here; PostgreSQL has them.
create table pack_file (
    name text primary key,
    content text not null,
    gone integer not null check (gone in (0, 1)),
    revision integer not null
) strict;
