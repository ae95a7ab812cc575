-- Counts the reviews that were taken away or replaced, so that whoever has read them knows whether only new ones have come. Rows of review are numbered by
-- SQLite's rowid, which grows with each insert as long as none is taken away.
create table review_change (
    candidate text not null primary key,
    n bigint not null
);

create trigger review_deleted after delete on review begin
    insert into review_change (candidate, n) values (old.candidate, 1)
        on conflict (candidate) do update set n = n + 1;
end;

create trigger review_updated after update on review begin
    insert into review_change (candidate, n) values (old.candidate, 1)
        on conflict (candidate) do update set n = n + 1;
end;
