-- Which reviews were taken away or replaced, so that whoever has read them need not read all of them anew: the last thousand. A review that is rated or
-- corrected anew is taken away and comes again.
create table review_gone (
    candidate text collate "C" not null,
    n bigint not null,
    number bigint not null,
    primary key (candidate, n)
);

create function review_taken_away() returns trigger language plpgsql as $$
declare
    change bigint;
begin
    insert into review_change (candidate, n) values (old.candidate, 1)
        on conflict (candidate) do update set n = review_change.n + 1
        returning n into change;
    insert into review_gone (candidate, n, number) values (old.candidate, change, old.number);
    delete from review_gone where candidate = old.candidate and n <= change - 1000;
    return null;
end
$$;

drop trigger review_deleted on review;

create trigger review_deleted after delete on review for each row execute function review_taken_away();
