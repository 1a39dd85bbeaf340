-- Why a revision was made live.
alter table configuration_application add column reason varchar(255) default '' not null;
