-- Of a job that waits or runs there is nothing to wake. Where its status leads into this index all the same,
-- PostgreSQL may take it for the way to the next job in the queue, and read the whole queue for each. So it has
-- no rows of those there. H2 has no partial indexes, and needs none.
drop index job_wake_at;
create index job_wake_at on job (status, wake_at)
  ${where} wake_at is not null
;
