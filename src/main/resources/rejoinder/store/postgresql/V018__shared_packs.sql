-- The files of the packs that people import and edit, for all servers of this database. A file that is gone keeps its row: the highest revision is that of the last change.
create table pack_file (
    name text collate "C" primary key,
    content text collate "C" not null,
    gone integer not null check (gone in (0, 1)),
    revision bigint not null
);
