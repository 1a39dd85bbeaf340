-- What was counted in each minute of the last day, by each process of a server, and in each hour of
-- the last month. A scope is ALL, ORIGIN, DESTINATION or ROUTE; name is that of the NAP or route.
create table traffic_minute (
  begun_at timestamp(0) with time zone not null,
  scope varchar(16) not null,
  name varchar(255) not null,
  writer varchar(64) not null,
  seizures bigint not null,
  answered bigint not null,
  failed_user bigint not null,
  failed_normal bigint not null,
  failed_resources bigint not null,
  failed_service bigint not null,
  failed_not_implemented bigint not null,
  failed_invalid bigint not null,
  failed_protocol bigint not null,
  failed_interworking bigint not null,
  completed bigint not null,
  talk_millis bigint not null,
  progressed bigint not null,
  post_dial_millis bigint not null,
  call_seconds bigint not null,
  peak_calls bigint not null,
  primary key (begun_at, scope, name, writer)
);

create table traffic_hour (
  begun_at timestamp(0) with time zone not null,
  scope varchar(16) not null,
  name varchar(255) not null,
  seizures bigint not null,
  answered bigint not null,
  failed_user bigint not null,
  failed_normal bigint not null,
  failed_resources bigint not null,
  failed_service bigint not null,
  failed_not_implemented bigint not null,
  failed_invalid bigint not null,
  failed_protocol bigint not null,
  failed_interworking bigint not null,
  completed bigint not null,
  talk_millis bigint not null,
  progressed bigint not null,
  post_dial_millis bigint not null,
  call_seconds bigint not null,
  peak_calls bigint not null,
  primary key (begun_at, scope, name)
);
