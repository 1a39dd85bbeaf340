-- Alarms, active ones (not cleared) and those of the past, and how many days these are kept (0 for ever).
-- H2 and PostgreSQL.
create table alarm (
  id varchar(36) primary key,
  node varchar(64) not null,
  condition_name varchar(64) not null,
  severity varchar(16) not null,
  object_name varchar(255) not null,
  details varchar(1000) not null,
  raised_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  times bigint not null,
  acknowledged_at timestamp with time zone,
  acknowledged_by varchar(64),
  acknowledged_comment varchar(1000),
  cleared_at timestamp with time zone
);

create index alarm_raised_at on alarm (raised_at);
create index alarm_cleared_at on alarm (cleared_at);

create table alarm_retention (
  id int primary key,
  kept_days int not null
);

insert into alarm_retention (id, kept_days) values (1, 365);
