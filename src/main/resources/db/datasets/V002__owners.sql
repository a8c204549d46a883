-- A dataset belongs to who first imported it. Its name is given within a scope: that of the owner's tenant, or of the
-- owner alone. What was there before belongs to everybody, as nobody was known. A new table, as the databases
-- don't say in the same words how a primary key is changed.
create table owned_dataset (
  scope varchar(200) not null,
  name varchar(100) not null,
  owner varchar(200) not null,
  table_number bigint not null,
  row_count bigint not null,
  widest bigint not null,
  updated_at timestamp(6) with time zone not null,
  constraint owned_dataset_name primary key (scope, name)
);
insert into owned_dataset (scope, name, owner, table_number, row_count, widest, updated_at)
  select 'anonymous', name, 'anonymous', table_number, row_count, widest, updated_at from dataset;
drop table dataset;
alter table owned_dataset rename to dataset;

alter table dataset_load add column owner varchar(200) default 'anonymous' not null;
