-- Events on their way to webhooks, and those given up (dead). H2 and PostgreSQL.
create table webhook_delivery (
  id varchar(36) primary key,
  node varchar(64) not null,
  webhook varchar(64) not null,
  event_id varchar(36) not null,
  event_type varchar(64) not null,
  body varchar(16000) not null,
  lane int not null,
  created_at timestamp with time zone not null,
  attempts int not null,
  next_at timestamp with time zone not null,
  dead_at timestamp with time zone,
  last_status int,
  last_error varchar(500)
);

create index webhook_delivery_of_webhook on webhook_delivery (webhook, id);
create index webhook_delivery_next on webhook_delivery (node, next_at);
