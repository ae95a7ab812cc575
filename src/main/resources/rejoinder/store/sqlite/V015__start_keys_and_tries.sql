-- What a browser calls a start, so that a start that is sent again gives the session that it began already.
alter table session add column start_key text;

create unique index session_start on session (candidate, start_key);

-- Tries with a password that were not right, of the last minutes: one row for the name and one for the address of each.
create table password_try (
    id text not null,
    what text not null,
    tried_at integer not null,
    primary key (id, what)
) strict;

create index password_try_what on password_try (what);
