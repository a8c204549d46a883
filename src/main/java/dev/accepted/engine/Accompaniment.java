package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.sql.Session;
import java.sql.SQLException;

/** What is stored with a new job, in its transaction. */
@FunctionalInterface
interface Accompaniment {

  /** Nothing. */
  Accompaniment NONE = (session, accepted) -> {};

  /** Stores it; the job has just been. */
  void in(Session session, Job accepted) throws SQLException;
}
