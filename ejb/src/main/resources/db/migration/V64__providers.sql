-- At which provider of identities a session of the portal began, so that it ends when that one ends.
-- H2 and PostgreSQL.
alter table portal_session add column provider varchar(64) default '' not null;
alter table portal_session add column provider_subject varchar(1000) default '' not null;
alter table portal_session add column provider_session varchar(255) default '' not null;
