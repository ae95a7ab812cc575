-- Whether full marks do without a point. Points graded before had no bonus among them.
alter table finding add column bonus boolean not null default false;

alter table earlier_finding add column bonus boolean not null default false;
