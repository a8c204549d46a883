-- The jobs of a type and status, newest first: a list of one of both is put together from the ends of some parts of it.
-- Its condition, which holds for each job, keeps PostgreSQL from taking it for the way to the next job in the queue: only
-- statements that state the condition themselves may go by it.
create index job_listed on job (type, status, id)
  ${where} id >= '00000000-0000-0000-0000-000000000000'
;
