-- Rows lie in tables of their own, data.t1, data.t2 and so on, one for each load: n is the row's
-- number from 1 without gaps, c1, c2 … are its values. Rows are never changed once they are visible.
create schema data;

create sequence table_number;

create table dataset (
  name varchar(100) primary key,
  table_number bigint not null,
  row_count bigint not null,
  updated_at timestamp(9) with time zone not null
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
  dataset varchar(100) not null,
  mode varchar(10) not null check (mode in ('REPLACE', 'APPEND')),
  table_number bigint not null,
  row_count bigint not null,
  rejected bigint not null,
  complete boolean not null
);

create table rejected_row (
  job uuid not null,
  line bigint not null,
  reason varchar(1000) not null,
  raw varchar not null,
  primary key (job, line)
);
