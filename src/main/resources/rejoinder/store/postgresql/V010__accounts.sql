-- Who may sign in. The id is the candidate of every other table. A name is told apart by its key; one that was removed has none, and its row stays until nothing of
-- the person's can come any more. Passwords are kept as argon2id.
create table account (
    id text collate "C" not null primary key,
    name text collate "C" not null,
    name_key text collate "C" unique,
    role text collate "C" not null check (role in ('CANDIDATE', 'REVIEWER', 'ADMIN')),
    password text collate "C" not null,
    made_at bigint not null,
    removed_at bigint,
    check ((name_key is null) = (removed_at is not null))
);

-- What lets one person choose a password, once. The id is the SHA-256 of what the link carries.
create table invitation (
    id text collate "C" not null primary key,
    name text collate "C" not null,
    name_key text collate "C" not null unique,
    role text collate "C" not null check (role in ('CANDIDATE', 'REVIEWER', 'ADMIN')),
    made_at bigint not null,
    expires_at bigint not null
);

-- A window that is signed in. The id is the SHA-256 of what its cookie carries.
create table sign_in (
    id text collate "C" not null primary key,
    account text collate "C" not null references account (id) on delete cascade,
    made_at bigint not null,
    seen_at bigint not null
);

create index sign_in_account on sign_in (account);
create index sign_in_seen on sign_in (seen_at);
