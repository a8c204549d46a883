-- Who may call, by a key of its own.
create table api_key (
  -- Stands in the key.
  id           varchar(16) not null primary key,
  -- What people call it.
  name         varchar(100) not null,
  -- Whose jobs it submits and sees.
  owner        varchar(100) not null,
  tenant       varchar(64),
  -- Separated by commas.
  roles        varchar(100) not null,
  -- SHA-256 of the key as it is sent, in hexadecimal digits.
  digest       varchar(64) not null,
  -- The owner text of who made it.
  created_by   varchar(200) not null,
  created_at   timestamp(3) with time zone not null,
  expires_at   timestamp(3) with time zone,
  revoked_at   timestamp(3) with time zone,
  -- Not to the second: it is written now and then.
  last_used_at timestamp(3) with time zone
);
create index api_key_tenant on api_key (tenant, created_at);
