-- Words that the candidate wants to count for a key point from now on; an empty point stands for the whole answer.
create table accepted_wording (
    candidate text collate "C" not null,
    id text collate "C" not null,
    question text collate "C" not null,
    point text collate "C" not null,
    content text collate "C" not null,
    accepted_at bigint not null,
    primary key (candidate, id)
);

-- Whether one may go on writing after the time; what was written by then, while there is more, and what came after.
alter table session add column overtime boolean not null default false;
alter table asked add column draft_in_time text collate "C";
alter table asked add column attempt_with_overtime text collate "C";
