-- What came with mail notifications.
insert into mail_event (id, node, notification, body, created_at)
  values ('0195f3a0-5c1f-7001-8f3e-2b1f5d0a9c11', 'one', 'noc', '{"type":"exchange.started"}',
    timestamp with time zone '2026-11-30 00:00:00+00');
insert into mail_round (node, notification, next_at, attempts, last_error)
  values ('one', 'noc', timestamp with time zone '2026-11-30 00:01:00+00', 2, '451 4.7.1 come again later');
