-- Who an identity provider says that somebody is: the issuer, and what it calls them for good. Null for whoever never came in by one; they have a password.
alter table account add column issuer text;
alter table account add column subject text;
create unique index account_identity on account (issuer, subject);

-- Who is on the way to an identity provider. The id is the SHA-256 of what the browser keeps meanwhile; the way back uses it up.
create table sign_in_begun (
    id text not null primary key,
    made_at bigint not null
);

create index sign_in_begun_made on sign_in_begun (made_at);
