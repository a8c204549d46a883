-- Whose turn it is: callers take turns within a type's priority, each job of a caller having the next turn of its own.
alter table job add column turn bigint default 0 not null;
drop index job_ready;
create index job_ready on job (status, type, priority desc, turn, id);

-- What it keeps, in bytes: its input, its result and the files beside that. What is added for a job is what is taken away.
alter table job add column kept_bytes bigint default 0 not null;
update job set kept_bytes = coalesce(input_length, 0) + coalesce(result_length, 0)
  + (select coalesce(sum(length), 0) from job_file where job_file.job_id = job.id)
where input_length is not null or result_length is not null;

-- What each caller has here. Changed in the transactions that change its jobs, so that it need never be counted.
create table caller_use (
  owner  varchar(200) not null primary key,
  active bigint not null,
  bytes  bigint not null
);
insert into caller_use (owner, active, bytes)
select owner, sum(case when finished_at is null then 1 else 0 end), sum(kept_bytes) from job group by owner;
