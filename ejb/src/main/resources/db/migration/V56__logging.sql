-- How the exchange logs (JSON; an empty object for what is shipped), and the trace that goes on.
-- H2 and PostgreSQL.
create table log_settings (
  id integer primary key,
  settings varchar(1000000) not null,
  trace_components varchar(1000) not null,
  trace_until timestamp with time zone
);

insert into log_settings (id, settings, trace_components) values (1, '{}', '');
