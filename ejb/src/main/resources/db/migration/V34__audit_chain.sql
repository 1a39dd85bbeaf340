-- A chain of hashes over the audit log, from the first entry after this; where it begins and ends; and
-- how long entries are kept. H2 and PostgreSQL.
alter table audit_entry add column hash varchar(64);
alter table audit_entry alter column detail set data type varchar(4000);
create index audit_entry_of_user on audit_entry (user_name);

create table audit_chain (
  id int primary key,
  anchor_id bigint not null,
  anchor_hash varchar(64) not null,
  head_id bigint not null,
  head_hash varchar(64) not null,
  kept_days int not null
);

insert into audit_chain (id, anchor_id, anchor_hash, head_id, head_hash, kept_days)
  select 1, coalesce(max(id), 0), '0000000000000000000000000000000000000000000000000000000000000000',
    coalesce(max(id), 0), '0000000000000000000000000000000000000000000000000000000000000000', 0
  from audit_entry;
