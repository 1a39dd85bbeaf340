-- Users, a token, what was done.
insert into user_account (name, full_name, role, enabled, password_hash, created_at, changed_at)
  values ('ana', 'Ana Souza', 'ADMINISTRATOR', true, '$2a$10$abc',
    timestamp with time zone '2026-03-01 00:00:00+00', timestamp with time zone '2026-03-02 00:00:00+00');
insert into user_account (name, full_name, role, enabled, password_hash, created_at, changed_at)
  values ('rui', '', 'OPERATOR', false, '$2a$10$def',
    timestamp with time zone '2026-03-01 00:00:00+00', timestamp with time zone '2026-03-01 00:00:00+00');
insert into api_token (id, user_name, description, secret_hash, created_at, expires_at)
  values ('t-1', 'ana', 'billing', '0123456789abcdef', timestamp with time zone '2026-03-01 00:00:00+00',
    timestamp with time zone '2027-03-01 00:00:00+00');
insert into audit_entry (happened_at, user_name, address, action, object_kind, object_name, outcome, detail)
  values (timestamp with time zone '2026-03-02 00:00:00+00', 'ana', '192.0.2.77', 'USER_SAVE', 'user', 'rui',
    'DONE', 'enabled: true → false');
