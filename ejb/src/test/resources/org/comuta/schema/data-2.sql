-- An answered call, and one that found no NAP.
insert into call_record (id, call_id, revision, started_at, ringing_at, answered_at, ended_at, billable_ms,
    origin_nap, destination_nap, route, calling_number, called_number, outgoing_calling_number,
    outgoing_called_number, source, transport, origin_protocol_call_id, destination_protocol_call_id,
    ended_by, failure, origin_cause, origin_sip_status, origin_failure, origin_text, destination_ended_by,
    destination_cause, destination_sip_status, destination_failure, destination_text, attempts, trace)
  values ('r-1', 'c-1', 1, timestamp with time zone '2026-03-04 10:00:00+00',
    timestamp with time zone '2026-03-04 10:00:01+00', timestamp with time zone '2026-03-04 10:00:05+00',
    timestamp with time zone '2026-03-04 10:01:05.5+00', 60500, 'carrier', 'office', 'in', '+551140001000',
    '4832221111', '+551140001000', '4832221111', '192.0.2.1:5060', 'UDP', 'abc@192.0.2.1', 'def@192.0.2.9',
    'CALLER', null, 16, 0, null, '', 'CALLER', 16, 0, null, '', '[]', '[]');
insert into call_record (id, call_id, revision, started_at, ended_at, billable_ms, calling_number,
    called_number, source, transport, origin_protocol_call_id, ended_by, failure, origin_cause,
    origin_sip_status, origin_failure, origin_text, attempts, trace)
  values ('r-2', 'c-2', 1, timestamp with time zone '2026-03-04 11:00:00+00',
    timestamp with time zone '2026-03-04 11:00:00.001+00', 0, '', '', '198.51.100.9:5060', 'UDP',
    'x@198.51.100.9', 'EXCHANGE', 'UNKNOWN_SOURCE', 21, 403, 'UNKNOWN_SOURCE', '', '[]', '[]');
