-- Runs on H2 and on PostgreSQL.
--
-- Rows lie in tables of their own beside these, rows_1, rows_2 and so on, one for each load: n is
-- the row's number from 1 without gaps, c1, c2 … are its values. Rows are never changed once they
-- are visible.
create sequence table_number;

create table dataset (
  name varchar(100) primary key,
  table_number bigint not null,
  row_count bigint not null,
  -- About how many bytes of memory its largest row takes.
  widest bigint not null,
  updated_at timestamp(6) with time zone not null
);

create table dataset_column (
  table_number bigint not null,
  place integer not null,
  name varchar(1000) not null,
  type varchar(20) not null,
  primary key (table_number, place)
);

-- How far a load has come; changed in the transaction that stores its rows.
create table dataset_load (
  job uuid primary key,
  -- The fencing token: how often an attempt has taken the load. Only the last of them may go on.
  taken bigint not null,
  dataset varchar(100) not null,
  mode varchar(10) not null check (mode in ('REPLACE', 'APPEND')),
  table_number bigint not null,
  row_count bigint not null,
  rejected bigint not null,
  widest bigint not null,
  complete boolean not null
);

create table rejected_row (
  job uuid not null,
  line bigint not null,
  reason varchar(1000) not null,
  raw varchar not null,
  primary key (job, line)
);
