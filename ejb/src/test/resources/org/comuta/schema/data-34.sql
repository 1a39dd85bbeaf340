-- What came with preferences, rights, rules of sign-in and the second factor.
insert into user_preference (user_name, name, choice) values ('ana', 'language', 'pt-BR');
insert into sign_in_policy (field, amount) values ('attempts', 3);
insert into portal_session (id, user_name, address, client, node, started_at, last_seen_at)
  values ('s-1', 'ana', '192.0.2.77', 'Browser/1', 'one', timestamp with time zone '2026-11-01 00:00:00+00',
    timestamp with time zone '2026-11-01 00:01:00+00');
insert into earlier_password (user_name, password_hash, replaced_at)
  values ('ana', '$2a$10$xyz', timestamp with time zone '2026-05-01 00:00:00+00');
insert into second_factor (user_name, sealed_key, confirmed, last_step) values ('ana', 'sealed', true, 7);
insert into recovery_code (user_name, code_hash) values ('ana', 'fedcba');
insert into second_factor_role (role) values ('ADMINISTRATOR');
