-- The rules of sign-in, where they differ from what is shipped; sessions of the portal; passwords that
-- must be changed, and those from before. H2 and PostgreSQL.
create table sign_in_policy (
  field varchar(32) primary key,
  amount bigint not null
);

create table portal_session (
  id varchar(36) primary key,
  user_name varchar(64) not null references user_account (name) on delete cascade,
  address varchar(64) not null,
  client varchar(255) not null,
  node varchar(64) not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null
);

create index portal_session_of_user on portal_session (user_name);

alter table user_account add column must_change_password boolean default false not null;

create table earlier_password (
  user_name varchar(64) not null references user_account (name) on delete cascade,
  password_hash varchar(100) not null,
  replaced_at timestamp with time zone not null
);

create index earlier_password_of_user on earlier_password (user_name);
