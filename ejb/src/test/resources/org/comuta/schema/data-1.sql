-- What a server of the first version had saved and made live.
insert into configuration_revision (revision, author, address, saved_at, reason, changes)
  values (1, 'ana', '192.0.2.77', timestamp with time zone '2026-03-04 05:06:07.123456+00', 'first carrier', 2);
insert into configuration_revision (revision, author, address, saved_at, reason, changes)
  values (2, 'rui', '2001:db8::7', timestamp with time zone '2026-03-05 05:06:07+00', '', 1);
insert into configuration_object (kind, name, body, revision)
  values ('nap', 'carrier', '{"name":"carrier","domain":"192.0.2.1","description":"São Paulo"}', 2);
insert into configuration_object (kind, name, body, revision)
  values ('nap', 'office', '{"name":"office","domain":"192.0.2.2"}', 1);
insert into configuration_change (revision, kind, name, before_body, after_body)
  values (1, 'nap', 'carrier', null, '{"name":"carrier","domain":"192.0.2.1"}');
insert into configuration_change (revision, kind, name, before_body, after_body)
  values (1, 'nap', 'office', null, '{"name":"office","domain":"192.0.2.2"}');
insert into configuration_change (revision, kind, name, before_body, after_body)
  values (2, 'nap', 'carrier', '{"name":"carrier","domain":"192.0.2.1"}',
    '{"name":"carrier","domain":"192.0.2.1","description":"São Paulo"}');
insert into configuration_application (revision, author, address, applied_at)
  values (1, 'ana', '192.0.2.77', timestamp with time zone '2026-03-04 05:07:00+00');
update configuration_state set latest_revision = 2, applied_revision = 1, applied_by = 'ana';
