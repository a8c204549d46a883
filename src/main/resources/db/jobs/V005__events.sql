-- The journal: what happened to jobs, in the order of its commits, with the job as it was right after. It is kept for
-- a while, so that whoever was cut off can go on where it was.

create sequence event_number;

create table event (
  -- Its number; where it stands for several, the last of them.
  number           bigint not null primary key,
  numbers          integer not null,
  kind             varchar(16) not null,
  job_id           uuid not null,
  owner            varchar(200) not null,
  type             varchar(40) not null,
  at               timestamp(3) with time zone not null,
  -- The rest is the job's.
  updated_at       timestamp(3) with time zone not null,
  status           varchar(9) not null,
  attempt          integer not null,
  started_at       timestamp(3) with time zone,
  run_at           timestamp(3) with time zone,
  progress_done    bigint not null,
  progress_total   bigint not null,
  progress_unit    varchar(40),
  progress_message varchar(1000),
  -- What was logged.
  log_lines        varchar(1000000)
);
create index event_job on event (job_id, number);
