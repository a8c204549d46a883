package dev.accepted.store;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobState;
import dev.accepted.job.LogLine;
import dev.accepted.sql.Pending;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transaction adds to the journal: an entry for each transition that happened, written last.
 * Numbers grow in the order of the commits, on all servers: who takes numbers is alone in doing so
 * until its transaction has ended. So whoever has read up to a number has missed none below it.
 */
public final class Journal implements Session.Closing {

  /** In characters of log: what is more gets an entry of its own. */
  private static final int MOST_LOG = 100_000;

  private final Outbox outbox;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<JournalEntry> entries = new ArrayList<>();

  private record Draft(
      Pending happened, int numbers, Kind kind, Instant at, Job job, List<LogLine> lines) {

    static Draft of(Pending happened, int numbers, Kind kind, Job job, List<LogLine> lines) {
      return new Draft(happened, numbers, kind, job.state().updatedAt(), job, lines);
    }
  }

  private Journal(Outbox outbox) {
    this.outbox = outbox;
  }

  /** That of this transaction. */
  public static Journal of(Session session) {
    return of(session, Outbox.NONE);
  }

  /**
   * That of this transaction; if it is new, with what is to be told.
   *
   * @param outbox where all of that goes; ignored if there is a journal already
   */
  static Journal of(Session session, Outbox outbox) {
    return session.closing(Journal.class, () -> new Journal(outbox));
  }

  /** What was written, once it is; in the order of its numbers. */
  public List<JournalEntry> entries() {
    return entries;
  }

  /** What has happened to a job that is no longer what it was. */
  static Kind kindOf(Job after) {
    return switch (after.status()) {
      case SCHEDULED -> Kind.RETRYING;
      case QUEUED -> Kind.QUEUED;
      case RUNNING -> Kind.STARTED;
      case SUCCEEDED -> Kind.SUCCEEDED;
      case FAILED -> Kind.FAILED;
      case CANCELED -> Kind.CANCELED;
    };
  }

  void add(Kind kind, Job after) {
    addIf(Pending.done(1), kind, after);
  }

  /** An entry, if what was sent changes its row. */
  void addIf(Pending happened, Kind kind, Job after) {
    drafts.add(Draft.of(happened, 1, kind, after, List.of()));
  }

  /** A job that was taken out. */
  void addGone(Kind kind, Job last, Instant now) {
    drafts.add(new Draft(Pending.done(1), 1, kind, now, last, List.of()));
  }

  /** A job that has been accepted, and runs. */
  void addStartedAtOnce(Job running) {
    drafts.add(Draft.of(Pending.done(1), 2, Kind.STARTED, running, List.of()));
  }

  /** Lines that the job has logged. */
  void addLog(Job job, List<LogLine> lines) {
    int from = 0;
    int length = 0;
    for (int i = 0; i < lines.size(); i++) {
      int more = lines.get(i).text().length();
      if (length > 0 && length + more > MOST_LOG) {
        addLines(job, lines.subList(from, i));
        from = i;
        length = 0;
      }
      length += more;
    }
    addLines(job, lines.subList(from, lines.size()));
  }

  private void addLines(Job job, List<LogLine> lines) {
    if (!lines.isEmpty()) {
      drafts.add(Draft.of(Pending.done(1), lines.size(), Kind.LOG, job, List.copyOf(lines)));
    }
  }

  @Override
  public void in(Session session) throws SQLException {
    drafts.removeIf(draft -> !draft.happened().changedOne());
    if (drafts.isEmpty()) {
      return;
    }
    int count = drafts.stream().mapToInt(Draft::numbers).sum();
    List<Long> numbers =
        session.list(session.dialect().numbers("event_number"), row -> row.longNumber("n"), count);
    int taken = 0;
    for (Draft draft : drafts) {
      taken += draft.numbers();
      long number = numbers.get(taken - 1);
      entries.add(
          new JournalEntry(
              number, draft.numbers(), draft.kind(), draft.at(), draft.job(), draft.lines()));
    }
    for (JournalEntry entry : entries) {
      insert(session, entry);
    }
    outbox.put(session, entries);
    session.announce(new Word.Journal(entries.get(entries.size() - 1).number()));
  }

  private static void insert(Session session, JournalEntry entry) throws SQLException {
    Job job = entry.job();
    JobState state = job.state();
    session.updateLater(
        """
        insert into event (number, numbers, kind, job_id, owner, type, at, updated_at, status, attempt, started_at, run_at,
          progress_done, progress_total, progress_unit, progress_message, log_lines)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entry.number(),
        entry.numbers(),
        entry.kind().name(),
        job.id().value(),
        job.owner(),
        job.type(),
        entry.at(),
        state.updatedAt(),
        state.status().wireName(),
        state.attempt(),
        state.startedAt(),
        state.runAt(),
        state.progress().done(),
        state.progress().total(),
        state.progress().unit(),
        state.progress().message(),
        JsonText.ofLines(entry.lines()));
  }
}
