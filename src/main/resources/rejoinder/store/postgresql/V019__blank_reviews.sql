-- Whether a review is of an answer that was left blank, which is not counted as an answer.
alter table review add column blank boolean not null default false;
update review set blank = true
    where exists (select 1 from asked
        where asked.session = review.session and asked.place = review.place and asked.attempt = 'EMPTY');
