package dev.accepted.engine;

import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Something that a client may do to a job that is there.
 *
 * @param kind what the audit log calls it
 * @param detail what else there is to tell of it
 * @param change writes it
 * @param follow makes it known, on the writer's thread after the commit
 */
record Intervention(
    ActKind kind, Map<String, String> detail, Change change, Consumer<Written> follow) {

  Intervention(ActKind kind, Change change, Consumer<Written> follow) {
    this(kind, Map.of(), change, follow);
  }

  /** A change that has been written, to be made known. */
  record Written(Job before, UnaryOperator<Job> change, Kind kind) {

    Job after() {
      return change.apply(before);
    }
  }

  /** A change of a stored job; empty if it does not apply to it. */
  @FunctionalInterface
  interface Change {
    Optional<Written> write(Session session, Job job, Instant now) throws SQLException;
  }

  /** One on that job, for the audit log. */
  Act on(Job before) {
    return detailed(Act.on(before, kind));
  }

  /** An act with what else there is to tell. */
  Act detailed(Act act) {
    Act all = act;
    for (Map.Entry<String, String> one : detail.entrySet()) {
      all = all.with(one.getKey(), one.getValue());
    }
    return all;
  }
}
