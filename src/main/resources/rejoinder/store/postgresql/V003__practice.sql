-- What practice adds: hints that were taken while typing, and what was said about an answer that was handed in.
alter table asked add column draft_hints integer not null default 0;
alter table asked add column hints integer;
alter table asked add column rating integer check (rating between 1 and 4);
alter table asked add column again boolean;

-- How well it was remembered, the candidate's word included. Null in reviews from before: the score decides.
alter table review add column rating integer check (rating between 1 and 4);
