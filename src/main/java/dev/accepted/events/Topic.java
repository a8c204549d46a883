package dev.accepted.events;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import dev.accepted.store.JournalEntry;
import dev.accepted.store.JournalQueries;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/** What somebody follows. */
public sealed interface Topic {

  /** One job, whoever's it is: who may follow it, is for others to say. */
  record OneJob(JobId id) implements Topic {

    @Override
    public boolean has(Event event) {
      return event.job().id().equals(id);
    }

    @Override
    public List<JournalEntry> read(Session session, long after, long upTo, int limit)
        throws SQLException {
      return JournalQueries.ofJob(session, id, after, upTo, limit);
    }
  }

  /** All jobs of everybody: for the operator. */
  record AllJobs() implements Topic {

    @Override
    public boolean has(Event event) {
      return true;
    }

    @Override
    public List<JournalEntry> read(Session session, long after, long upTo, int limit)
        throws SQLException {
      return JournalQueries.between(session, after, upTo, limit);
    }
  }

  /** Those jobs of these owners that something chooses. */
  record JobsOf(Owners owners, Predicate<Job> chosen) implements Topic {

    @Override
    public boolean has(Event event) {
      return owners.include(event.job().owner()) && chosen.test(event.job());
    }

    @Override
    public List<JournalEntry> read(Session session, long after, long upTo, int limit)
        throws SQLException {
      return JournalQueries.of(session, owners, after, upTo, limit);
    }
  }

  /** True if the event belongs to it. */
  boolean has(Event event);

  /** Entries of the journal that may belong to it, in order: above a number, up to another. */
  List<JournalEntry> read(Session session, long after, long upTo, int limit) throws SQLException;
}
