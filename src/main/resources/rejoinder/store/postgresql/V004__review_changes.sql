-- Counts the reviews that were taken away or replaced, so that whoever has read them knows whether only new ones have come; and numbers those of a candidate in
-- the order in which they are written. Who writes one holds the candidate's row here until the end, so that no number is seen before a smaller one.
create table review_change (
    candidate text collate "C" not null primary key,
    n bigint not null,
    last bigint not null default 0
);

alter table review add column number bigint not null default 0;

create unique index review_number on review (candidate, number);

create function review_written() returns trigger language plpgsql as $$
begin
    insert into review_change (candidate, n, last) values (new.candidate, 0, 1)
        on conflict (candidate) do update set last = review_change.last + 1
        returning last into new.number;
    return new;
end
$$;

create trigger review_written before insert on review for each row execute function review_written();

create function review_changed() returns trigger language plpgsql as $$
begin
    insert into review_change (candidate, n) values (old.candidate, 1)
        on conflict (candidate) do update set n = review_change.n + 1;
    return null;
end
$$;

create trigger review_deleted after delete on review for each row execute function review_changed();

create trigger review_updated after update on review for each row execute function review_changed();
