-- Sessions are of the portal or of the command line over SSH. H2 and PostgreSQL.
alter table portal_session add column kind varchar(16) default 'PORTAL' not null;
