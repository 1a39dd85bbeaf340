-- The second factor of sign-in: a key for time-based codes, sealed; codes for when the device is lost,
-- hashed; and the roles that must have one. H2 and PostgreSQL.
alter table user_account add column second_factor boolean default false not null;

create table second_factor (
  user_name varchar(64) primary key references user_account (name) on delete cascade,
  sealed_key varchar(255) not null,
  confirmed boolean not null,
  last_step bigint not null
);

create table recovery_code (
  user_name varchar(64) not null references user_account (name) on delete cascade,
  code_hash varchar(64) not null,
  primary key (user_name, code_hash)
);

create table second_factor_role (
  role varchar(32) primary key
);
