-- What a token may do at most, and when and from where it was used last. Tokens from before may do all
-- that their users may. H2 and PostgreSQL.
alter table api_token add column scope_configuration varchar(8) default 'FULL' not null;
alter table api_token add column scope_monitoring varchar(8) default 'FULL' not null;
alter table api_token add column scope_diagnostics varchar(8) default 'FULL' not null;
alter table api_token add column scope_administration varchar(8) default 'FULL' not null;
alter table api_token add column last_used_at timestamp with time zone;
alter table api_token add column last_used_address varchar(64);
