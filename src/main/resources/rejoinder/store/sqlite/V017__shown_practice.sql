-- What a member shows the reviewer of a class of their practice: nothing, until they choose otherwise.
alter table class_member add column shows text not null default 'NOTHING' check (shows in ('NOTHING', 'SCORES', 'ANSWERS'));
