-- What is submitted again and again, when a cron expression says so.
create table schedule (
  id           uuid not null primary key,
  owner        varchar(200) not null,
  name         varchar(100) not null,
  cron         varchar(200) not null,
  -- In which time zone, by its name in the database of time zones.
  zone         varchar(100) not null,
  -- What becomes of times that were missed.
  catch_up     varchar(4) not null,
  type         varchar(40) not null,
  input        varchar(1048576) not null,
  -- The options of each job as its client gave them: JSON.
  options      varchar(40000) not null,
  -- What the URLs in callbacks begin with, as its client saw them.
  links        varchar(2000) not null,
  state        varchar(6) not null,
  -- In that state.
  since        timestamp(3) with time zone not null,
  -- When it is due: each time has gone once this is another. Null while it is paused.
  next_at      timestamp(3) with time zone,
  -- How often a client has changed it.
  revision     bigint not null,
  -- What became of the latest of its times: a job, or none and why.
  last_at      timestamp(3) with time zone,
  last_job     uuid,
  last_code    varchar(40),
  last_message varchar(1000),
  created_at   timestamp(3) with time zone not null,
  updated_at   timestamp(3) with time zone not null,
  constraint schedule_state check (state in ('active', 'paused')),
  constraint schedule_catch_up check (catch_up in ('skip', 'once', 'all')),
  constraint schedule_next check ((state = 'active') = (next_at is not null)),
  constraint schedule_last check (
    (last_at is null) = (last_job is null and last_code is null)
      and (last_job is null or last_code is null)
      and (last_code is null) = (last_message is null))
);
create index schedule_owner on schedule (owner, id);
create index schedule_due on schedule (next_at, id)
  ${where} next_at is not null
;
