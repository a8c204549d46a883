package dev.accepted.store;

import static dev.accepted.store.JobRow.wakeAt;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobState;
import dev.accepted.job.JobStatus;
import dev.accepted.job.TraceContext;
import dev.accepted.sql.Pending;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of jobs, one method each, to be run within a transaction of {@link GroupCommit}.
 * Each but the first is guarded by the status and the claim that it starts from, and tells whether
 * it happened: false means that somebody else was there first, and nothing was changed.
 */
public final class JobStore {

  /**
   * A job that is in this state; its parameters are id, status and claim. Not "status = ?", which
   * PostgreSQL might follow through the index of all jobs of a status, if there were few when it
   * made its plan: this is no condition for an index.
   */
  static final String GUARD = " where id = ? and status is not distinct from ? and claim = ?";

  private static final String MOVE =
      """
      update job set status = ?, node = null, attempt = ?, max_attempts = ?, revision = revision + 1, updated_at = ?,
        finished_at = ?, wake_at = ?, progress_done = ?, progress_total = ?, progress_unit = ?,
        progress_message = ?, errors = ?, result_media_type = ?, result_length = ?, result_file_name = ?,
        result_sha256 = ?, result_bytes = ?, turn = coalesce(?, turn), kept_bytes = kept_bytes + ?
      """
          + GUARD;

  private JobStore() {}

  /** Stores an accepted job, which may be running already; with others, if there are any. */
  public static void insert(Session session, Job job, String input) throws SQLException {
    JobState state = job.state();
    ContentInfo file = job.submission().file();
    TraceContext trace = job.submission().trace();
    long bytes = CallerUse.bytesOf(job, input);
    long turn = Turns.ofNew(session, job);
    session.updateLater(
        """
        insert into job (id, owner, type, status, priority, attempt, max_attempts, claim, revision,
          submitted_at, updated_at, started_at, run_at, wake_at, timeout_ms, retain_ms, labels, input,
          input_media_type, input_length, input_file_name, input_sha256, node, traceparent, tracestate,
          callback, turn, kept_bytes, progress_done, progress_total)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
        """,
        job.id().value(),
        job.owner(),
        job.type(),
        state.status().wireName(),
        job.options().priority(),
        state.attempt(),
        state.maxAttempts(),
        state.claim(),
        state.revision(),
        job.submission().submittedAt(),
        state.updatedAt(),
        state.startedAt(),
        job.options().runAt(),
        wakeAt(state),
        job.options().timeout().toMillis(),
        job.options().retain().toMillis(),
        JsonText.ofLabels(job.options().labels()),
        input,
        file == null ? null : file.mediaType(),
        file == null ? null : file.length(),
        file == null ? null : file.fileName(),
        file == null ? null : file.sha256(),
        state.status() == JobStatus.RUNNING ? session.node() : null,
        trace == null ? null : trace.traceparent(),
        trace == null ? null : trace.tracestate(),
        CallbackText.of(job.options().callback()),
        turn,
        bytes);
    Uses.of(session).added(job, bytes);
    announceReady(session, job);
    if (state.status() == JobStatus.RUNNING) {
      Journal.of(session).addStartedAtOnce(job);
    } else {
      Journal.of(session).add(Kind.QUEUED, job);
    }
    for (Map.Entry<String, String> label : job.options().labels().entrySet()) {
      session.updateLater(
          "insert into job_label (job_id, name, text) values (?, ?, ?)",
          job.id().value(),
          label.getKey(),
          label.getValue());
    }
  }

  /** Queued → running; sent with others. The other servers are told in any case. */
  public static Pending start(Session session, Job before, Job after) throws SQLException {
    session.announce(new Word.Changed(after.id()));
    Pending started =
        session.updateLater(
            """
            update job set status = 'running', node = ?, attempt = ?, claim = ?, revision = ?, started_at = ?,
              updated_at = ?, progress_done = 0, progress_total = 0, progress_unit = null, progress_message = null
            """
                + GUARD,
            session.node(),
            after.state().attempt(),
            after.state().claim(),
            after.state().revision(),
            after.state().startedAt(),
            after.state().updatedAt(),
            after.id().value(),
            JobStatus.QUEUED.wireName(),
            before.state().claim());
    Journal.of(session).addIf(started, Kind.STARTED, after);
    return started;
  }

  /** Running → succeeded. */
  public static boolean succeed(Session session, Job after, FinishedWork work) throws SQLException {
    if (!move(session, JobStatus.RUNNING, after.state().claim(), after, work)) {
      return false;
    }
    for (ContentInfo file : work.files()) {
      session.update(
          "insert into job_file (job_id, name, media_type, length, sha256) values (?, ?, ?, ?, ?)",
          after.id().value(),
          file.name(),
          file.mediaType(),
          file.length(),
          file.sha256());
    }
    return true;
  }

  /**
   * Running → failed, scheduled for its next attempt, canceled, or queued because its server stops.
   */
  public static boolean leaveRunning(Session session, Job after) throws SQLException {
    return leaveRunning(session, after, FinishedWork.NOTHING);
  }

  /** {@link #leaveRunning(Session, Job)}, with the last lines of its log. */
  public static boolean leaveRunning(Session session, Job after, FinishedWork last)
      throws SQLException {
    return move(session, JobStatus.RUNNING, after.state().claim(), after, last);
  }

  /** Scheduled or queued → canceled; scheduled → queued; failed or canceled → queued. */
  public static boolean leaveIdle(Session session, Job before, Job after) throws SQLException {
    return move(session, before.status(), before.state().claim(), after, FinishedWork.NOTHING);
  }

  /** Scheduled or queued, with another priority; in its queue it counts as one that returns. */
  public static boolean prioritize(Session session, Job before, Job after) throws SQLException {
    int changed =
        session.update(
            """
            update job set priority = ?, turn = coalesce(?, turn), revision = revision + 1, updated_at = ?
            """
                + GUARD,
            after.options().priority(),
            Turns.ofReturning(session, before.status(), after),
            after.state().updatedAt(),
            after.id().value(),
            before.status().wireName(),
            before.state().claim());
    Journal.of(session).addIf(Pending.done(changed), Kind.PROGRESS, after);
    return announced(session, after, changed);
  }

  private static boolean move(
      Session session, JobStatus from, long claim, Job after, FinishedWork work)
      throws SQLException {
    int changed = session.update(MOVE, moving(session, from, claim, after, work));
    Uses.of(session).moved(Pending.done(changed), from, after, CallerUse.bytesOf(work));
    announceReady(session, after);
    if (!announced(session, after, changed)) {
      return false;
    }
    JobLog.append(session, after.id(), work.lines());
    Journal journal = Journal.of(session);
    journal.addLog(after, work.lines());
    journal.add(Journal.kindOf(after), after);
    return true;
  }

  /**
   * {@link #succeed} or {@link #leaveRunning} of a job that leaves nothing but its row: sent with
   * others. The other servers are told in any case; they look for themselves.
   */
  public static Pending finishLater(Session session, Job after, FinishedWork work)
      throws SQLException {
    announceReady(session, after);
    session.announce(new Word.Changed(after.id()));
    Pending finished =
        session.updateLater(
            MOVE, moving(session, JobStatus.RUNNING, after.state().claim(), after, work));
    Uses.of(session).moved(finished, JobStatus.RUNNING, after, CallerUse.bytesOf(work));
    Journal.of(session).addIf(finished, Journal.kindOf(after), after);
    return finished;
  }

  private static @Nullable Object[] moving(
      Session session, JobStatus from, long claim, Job after, FinishedWork work)
      throws SQLException {
    JobState state = after.state();
    ContentInfo result = work.result();
    return new @Nullable Object[] {
      state.status().wireName(),
      state.attempt(),
      state.maxAttempts(),
      state.updatedAt(),
      state.finishedAt(),
      wakeAt(state),
      state.progress().done(),
      state.progress().total(),
      state.progress().unit(),
      state.progress().message(),
      JsonText.ofErrors(state.errors()),
      result == null ? null : result.mediaType(),
      result == null ? null : result.length(),
      result == null ? null : result.fileName(),
      result == null ? null : result.sha256(),
      work.smallResult(),
      Turns.ofReturning(session, from, after),
      CallerUse.bytesOf(work),
      after.id().value(),
      from.wireName(),
      claim
    };
  }

  /** Running, and asked to stop. */
  public static boolean requestCancel(Session session, Job after) throws SQLException {
    int changed =
        session.update(
            """
            update job set cancel_requested_at = ?, updated_at = ?, revision = revision + 1
            """
                + GUARD
                + " and cancel_requested_at is null",
            after.state().cancelRequestedAt(),
            after.state().updatedAt(),
            after.id().value(),
            JobStatus.RUNNING.wireName(),
            after.state().claim());
    if (changed == 1) {
      Journal.of(session).add(Kind.CANCEL_REQUESTED, after);
    }
    return announced(session, after, changed);
  }

  /** Writes what a running attempt has said; whatever lost its claim is passed over. */
  public static void progress(Session session, ProgressUpdate update) throws SQLException {
    JobState state = update.job().state();
    int changed =
        session.update(
            """
            update job set progress_done = ?, progress_total = ?, progress_unit = ?, progress_message = ?,
              updated_at = ?, checkpoint_state = coalesce(?, checkpoint_state)
            """
                + GUARD,
            state.progress().done(),
            state.progress().total(),
            state.progress().unit(),
            state.progress().message(),
            state.updatedAt(),
            update.checkpoint(),
            update.job().id().value(),
            JobStatus.RUNNING.wireName(),
            state.claim());
    if (announced(session, update.job(), changed)) {
      JobLog.append(session, update.job().id(), update.lines());
      Journal.of(session).addLog(update.job(), update.lines());
      if (update.further()) {
        Journal.of(session).add(Kind.PROGRESS, update.job());
      }
    }
  }

  private static void announceReady(Session session, Job job) {
    if (job.status() == JobStatus.QUEUED) {
      session.announce(new Word.Ready(job.type()));
    }
  }

  static boolean announced(Session session, Job job, int changed) {
    if (changed == 1) {
      session.announce(new Word.Changed(job.id()));
    }
    return changed == 1;
  }
}
