-- Public keys that users sign in with over SSH. H2 and PostgreSQL.
create table ssh_key (
  id varchar(36) primary key,
  user_name varchar(64) not null references user_account (name) on delete cascade,
  type varchar(32) not null,
  encoded varchar(4000) not null,
  fingerprint varchar(64) not null,
  description varchar(255) not null,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  last_used_address varchar(64),
  unique (user_name, fingerprint)
);
