-- How each user wants the portal to be, a row for each thing that was chosen. H2 and PostgreSQL.
create table user_preference (
  user_name varchar(64) not null references user_account (name) on delete cascade,
  name varchar(64) not null,
  choice varchar(4000) not null,
  primary key (user_name, name)
);
