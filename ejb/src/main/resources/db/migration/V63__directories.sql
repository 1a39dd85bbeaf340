-- Settings that count at once, such as directories; and users that are known elsewhere, whose passwords
-- are not kept here. H2 and PostgreSQL.
create table setting (
  kind varchar(64) not null,
  name varchar(64) not null,
  version bigint not null,
  body varchar(1000000) not null,
  changed_by varchar(64) not null,
  changed_at timestamp with time zone not null,
  primary key (kind, name)
);

alter table user_account alter column password_hash drop not null;
alter table user_account add column origin varchar(16) default 'LOCAL' not null;
alter table user_account add column origin_name varchar(64) default '' not null;
alter table user_account add column origin_subject varchar(1000) default '' not null;
alter table user_account add column origin_present boolean default true not null;
alter table user_account add column origin_checked_at timestamp with time zone;
