-- The servers that share this database, and which of them runs a job.

create table node (
  id           uuid not null primary key,
  name         varchar(200) not null,
  started_at   timestamp(3) with time zone not null,
  -- Until then its running jobs are its own; null where no other server can be.
  lease_until  timestamp(3) with time zone,
  -- Since when it has renewed its lease in time.
  steady_since timestamp(3) with time zone not null
);

-- While running: who runs it.
alter table job add column node uuid;
