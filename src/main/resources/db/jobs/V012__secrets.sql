-- The server's own secret, from which it derives the keys of what it signs and encrypts for itself; where its operator
-- has set none. There is one row at most.
create table server_secret (
  id     smallint not null primary key,
  -- Hexadecimal digits.
  secret varchar(64) not null,
  constraint server_secret_single check (id = 1)
);
