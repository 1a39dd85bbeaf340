-- One row for every call that ended. Texts are cut to these widths before they get here.
create table call_record (
  id varchar(64) not null primary key,
  call_id varchar(64) not null,
  revision bigint not null,
  started_at timestamp(6) with time zone not null,
  ringing_at timestamp(6) with time zone,
  answered_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone not null,
  billable_ms bigint not null,
  origin_nap varchar(256),
  destination_nap varchar(256),
  route varchar(256),
  calling_number varchar(256) not null,
  called_number varchar(256) not null,
  outgoing_calling_number varchar(256),
  outgoing_called_number varchar(256),
  source varchar(256) not null,
  transport varchar(256) not null,
  origin_protocol_call_id varchar(256) not null,
  destination_protocol_call_id varchar(256),
  ended_by varchar(32) not null,
  failure varchar(64),
  origin_cause integer not null,
  origin_sip_status integer not null,
  origin_failure varchar(64),
  origin_text varchar(256) not null,
  destination_ended_by varchar(32),
  destination_cause integer,
  destination_sip_status integer,
  destination_failure varchar(64),
  destination_text varchar(256),
  attempts varchar(1000000) not null,
  trace varchar(1000000) not null
);

create index call_record_started_at on call_record (started_at desc, id desc);
create index call_record_origin_nap on call_record (origin_nap, started_at desc);
create index call_record_destination_nap on call_record (destination_nap, started_at desc);
create index call_record_calling_number on call_record (calling_number, started_at desc);
create index call_record_called_number on call_record (called_number, started_at desc);
create index call_record_call_id on call_record (call_id);
create index call_record_origin_protocol_call_id on call_record (origin_protocol_call_id);
