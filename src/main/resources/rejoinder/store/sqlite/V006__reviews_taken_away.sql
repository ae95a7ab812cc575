-- Which reviews were taken away or replaced, so that whoever has read them need not read all of them anew: the last thousand. A review that is rated or
-- corrected anew is taken away and comes again.
create table review_gone (
    candidate text not null,
    n bigint not null,
    number bigint not null,
    primary key (candidate, n)
);

drop trigger review_deleted;
drop trigger review_updated;

create trigger review_deleted after delete on review begin
    insert into review_change (candidate, n) values (old.candidate, 1)
        on conflict (candidate) do update set n = n + 1;
    insert into review_gone (candidate, n, number)
        select candidate, n, old.rowid from review_change where candidate = old.candidate;
    delete from review_gone where candidate = old.candidate
        and n <= (select n - 1000 from review_change where candidate = old.candidate);
end;

-- Nothing here updates a review; if somebody does, all are read anew, because a number is missing from the list.
create trigger review_updated after update on review begin
    insert into review_change (candidate, n) values (old.candidate, 1)
        on conflict (candidate) do update set n = n + 1;
end;
