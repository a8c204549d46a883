-- The jobs, and what belongs to them. Runs on H2 and on PostgreSQL.

create table job (
  id                  uuid not null primary key,
  owner               varchar(200) not null,
  type                varchar(40) not null,
  status              varchar(9) not null,
  priority            smallint not null,
  attempt             integer not null,
  max_attempts        integer not null,
  -- The fencing token: how often a worker has taken the job.
  claim               bigint not null,
  revision            bigint not null,
  submitted_at        timestamp(3) with time zone not null,
  updated_at          timestamp(3) with time zone not null,
  started_at          timestamp(3) with time zone,
  finished_at         timestamp(3) with time zone,
  -- As the client asked.
  run_at              timestamp(3) with time zone,
  -- When the server has to look at it again: scheduled, when it comes due; finished, when it expires.
  wake_at             timestamp(3) with time zone,
  cancel_requested_at timestamp(3) with time zone,
  timeout_ms          bigint not null,
  retain_ms           bigint not null,
  labels              varchar(20000),
  input               varchar(1048576) not null,
  input_media_type    varchar(200),
  input_length        bigint,
  input_file_name     varchar(400),
  input_sha256        varchar(44),
  -- The trace of which the submission was a part (W3C Trace Context).
  traceparent         varchar(55),
  tracestate          varchar(512),
  progress_done       bigint not null,
  progress_total      bigint not null,
  progress_unit       varchar(40),
  progress_message    varchar(1000),
  checkpoint_state    varchar(100000),
  errors              varchar(1000000),
  result_media_type   varchar(200),
  result_length       bigint,
  result_file_name    varchar(400),
  result_sha256       varchar(44),
  -- A small result lives here; a larger one is a file.
  result_bytes        bytea,
  constraint job_status check (status in ('scheduled', 'queued', 'running', 'succeeded', 'failed', 'canceled')),
  constraint job_priority check (priority between 0 and 9),
  constraint job_small_result check (octet_length(result_bytes) <= 4096),
  constraint job_finished check ((status in ('succeeded', 'failed', 'canceled')) = (finished_at is not null)),
  constraint job_wake check ((status in ('queued', 'running')) = (wake_at is null))
);

-- The status leads index and order, or every ready row would be sorted to claim one.
create index job_ready on job (status, type, priority desc, id);
create index job_wake_at on job (status, wake_at);

create table job_label (
  job_id uuid not null,
  name   varchar(63) not null,
  text   varchar(200) not null,
  primary key (job_id, name)
);
create index job_label_text on job_label (name, text, job_id);

create table job_file (
  job_id     uuid not null,
  name       varchar(200) not null,
  media_type varchar(200) not null,
  length     bigint not null,
  sha256     varchar(44) not null,
  primary key (job_id, name)
);

create table job_log (
  job_id  uuid not null,
  number  bigint not null,
  attempt integer not null,
  at      timestamp(3) with time zone not null,
  text    varchar(4000) not null,
  primary key (job_id, number)
);

create table idempotency_key (
  owner        varchar(200) not null,
  text         varchar(255) not null,
  fingerprint  varchar(44) not null,
  job_id       uuid not null,
  type         varchar(40) not null,
  submitted_at timestamp(3) with time zone not null,
  expires_at   timestamp(3) with time zone not null,
  primary key (owner, text)
);
create index idempotency_key_expiry on idempotency_key (expires_at);

-- What is left of an expired job: enough to answer 410.
create table tombstone (
  job_id      uuid not null primary key,
  owner       varchar(200) not null,
  type        varchar(40) not null,
  status      varchar(9) not null,
  finished_at timestamp(3) with time zone not null,
  expired_at  timestamp(3) with time zone not null,
  purge_at    timestamp(3) with time zone not null
);
create index tombstone_purge on tombstone (purge_at);
