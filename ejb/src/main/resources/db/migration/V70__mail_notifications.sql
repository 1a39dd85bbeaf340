-- Events that are to be told by mail, and when mail of a notification is sent next. H2 and PostgreSQL.
create table mail_event (
  id varchar(36) primary key,
  node varchar(64) not null,
  notification varchar(64) not null,
  body varchar(16000) not null,
  created_at timestamp with time zone not null
);

create index mail_event_of_notification on mail_event (node, notification, id);

create table mail_round (
  node varchar(64) not null,
  notification varchar(64) not null,
  next_at timestamp with time zone not null,
  attempts int not null,
  last_error varchar(500),
  primary key (node, notification)
);
