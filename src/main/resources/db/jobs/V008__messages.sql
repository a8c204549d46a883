-- How far the journal has been published to a topic of a message broker.
create table message_topic (
  name      varchar(1000) not null primary key,
  -- Up to this number.
  published bigint not null,
  -- The server that publishes; null for none. Only while it has a row in the table of nodes.
  node      uuid
);
