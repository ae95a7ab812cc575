-- Whether an interview asks one more question after each answer. Those held before did not.
alter table session add column follow_ups boolean not null default false;
