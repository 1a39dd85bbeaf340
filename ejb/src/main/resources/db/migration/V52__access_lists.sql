-- Who is let in: what was confirmed last, and what is on trial until somebody confirms it; one row. As JSON.
-- H2 and PostgreSQL.
create table access_lists (
  id integer not null primary key,
  change_number bigint not null,
  confirmed varchar(1000000) not null,
  trial varchar(1000000),
  trial_until timestamp(6) with time zone,
  trial_by varchar(255),
  trial_from varchar(255)
);

insert into access_lists (id, change_number, confirmed)
values (1, 0, '{"rules":[],"defaultAction":"ALLOW"}');
