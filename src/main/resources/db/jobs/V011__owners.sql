-- One owner's jobs, newest first, among a million of others.
create index job_owner on job (owner, id);
