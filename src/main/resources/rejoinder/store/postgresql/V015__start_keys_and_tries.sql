-- What a browser calls a start, so that a start that is sent again, perhaps to another server, gives the session that it began already.
alter table session add column start_key text collate "C";

create unique index session_start on session (candidate, start_key);

-- Tries with a password that were not right, of the last minutes: one row for the name and one for the address of each. All servers count together.
create table password_try (
    id text collate "C" not null,
    what text collate "C" not null,
    tried_at bigint not null,
    primary key (id, what)
);

create index password_try_what on password_try (what);
