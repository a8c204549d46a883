-- What each node counted of a type in a minute, for the plots of the last hour and day.
create table activity (
  at         timestamp(3) with time zone not null,
  node       uuid not null,
  type       varchar(40) not null,
  submitted  bigint not null,
  succeeded  bigint not null,
  failed     bigint not null,
  canceled   bigint not null,
  -- How long jobs waited for their start, and how long they took: histograms, as text.
  waits      varchar(4000) not null,
  durations  varchar(4000) not null,
  primary key (at, node, type)
);
