-- Events whose mail was given up stay (dead), and can be told after all. H2 and PostgreSQL.
alter table mail_event add column event_type varchar(64) default '' not null;
alter table mail_event add column attempts int default 0 not null;
alter table mail_event add column dead_at timestamp with time zone;
alter table mail_event add column last_error varchar(500);

create index mail_event_dead on mail_event (dead_at);
