-- Job types of which nothing is started until they are resumed, on any server.
create table paused_type (
  name  varchar(40) not null primary key,
  since timestamp(3) with time zone not null
);
