-- The orders and filters of the table of records that had no index. H2 and PostgreSQL.
create index call_record_route on call_record (route, started_at desc);
create index call_record_billable on call_record (billable_ms, id);
create index call_record_ended_at on call_record (ended_at, id);
