-- Key pairs of ours with their certificates (PEM) and requests to be signed, private keys sealed; where each
-- is shown; authorities that are trusted. H2 and PostgreSQL.
create table own_certificate (
  name varchar(64) not null primary key,
  sealed_key varchar(20000),
  chain varchar(200000),
  requested_key varchar(20000),
  request varchar(20000),
  changed_at timestamp(6) with time zone not null
);

create table certificate_use (
  place varchar(16) not null primary key,
  certificate varchar(64) not null references own_certificate (name)
);

create table trusted_authority (
  name varchar(64) not null primary key,
  certificate varchar(20000) not null
);
