-- Rights per area over those of the role; null where the role decides. H2 and PostgreSQL.
alter table user_account add column configuration_level varchar(8);
alter table user_account add column monitoring_level varchar(8);
alter table user_account add column diagnostics_level varchar(8);
alter table user_account add column administration_level varchar(8);

-- Sessions end with the password they began with, and live through other changes of their user.
alter table user_account add column password_changed_at timestamp with time zone;
update user_account set password_changed_at = changed_at;
alter table user_account alter column password_changed_at set not null;
