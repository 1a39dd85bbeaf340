-- Who may read the topics of events, for the server's own look at them: tokens that count now, and what
-- each may read. The levels are those of Rights, with those of the role where the user has none of its own.
-- H2 and PostgreSQL.
create view message_reader (id, secret_hash) as
  select token.id, token.secret_hash
  from api_token token join user_account person on person.name = token.user_name
  where token.expires_at > current_timestamp and person.enabled = true;

create view message_reader_role (id, role_name) as
  select token.id, 'comuta-events'
  from api_token token join user_account person on person.name = token.user_name
  where token.scope_monitoring <> 'NONE'
    and coalesce(person.monitoring_level, case person.role when 'EMPLOYEE' then 'NONE' else 'READ' end) <> 'NONE'
  union all
  select token.id, 'comuta-administration'
  from api_token token join user_account person on person.name = token.user_name
  where token.scope_configuration <> 'NONE' and token.scope_administration <> 'NONE'
    and coalesce(person.configuration_level, case person.role when 'EMPLOYEE' then 'NONE' else 'READ' end) <> 'NONE'
    and coalesce(person.administration_level, case person.role when 'ADMINISTRATOR' then 'FULL' else 'NONE' end) <> 'NONE';
