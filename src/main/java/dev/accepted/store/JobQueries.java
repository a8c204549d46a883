package dev.accepted.store;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.sql.Dialect;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be asked of the store about jobs. */
public final class JobQueries {

  /** The most that {@link #find(Session, List)} takes. */
  public static final int MOST_FOUND = 100;

  private static final String FIND_SOME =
      "select %s from job where id in (?%s)"
          .formatted(JobRow.COLUMNS, ", ?".repeat(MOST_FOUND - 1));

  /**
   * Its parameters are the type, twice, and what is filled in is the limit. The index {@code
   * job_ready} leads to the first ones: that hardly a job more is read is what keeps a long queue
   * from being slow. PostgreSQL keeps to it if it sees a small limit, which it wouldn't in a
   * parameter, and a condition on paused types that is none on each job.
   */
  private static final String READY =
      "select "
          + JobRow.COLUMNS
          + """
            , input, checkpoint_state,
              case when claim = 0 then 0
                else (select coalesce(max(number), 0) from job_log where job_id = id) end as last_log_number
            from job where status = 'queued' and type = ?
              and not exists (select 1 from paused_type where name = ?)
            order by status, type, priority desc, turn, id limit %d
            """;

  private JobQueries() {}

  /** How long a job of a type took. */
  public record Took(String type, Duration duration) {}

  /** The job, if it is there. */
  public static Optional<Job> find(Session session, JobId id) throws SQLException {
    return session.first(
        "select " + JobRow.COLUMNS + " from job where id = ?", JobRow::job, id.value());
  }

  /**
   * The ready jobs of a type that is not paused, the next to be claimed first, with what their
   * bodies need.
   */
  public static List<ClaimedJob> ready(Session session, String type, int limit)
      throws SQLException {
    List<ClaimedJob> found =
        session.list(
            readyQuery(session.dialect(), limit),
            row ->
                new ClaimedJob(
                    JobRow.job(row),
                    row.text("input"),
                    Optional.ofNullable(row.textOrNull("checkpoint_state")),
                    row.longNumber("last_log_number")),
            type,
            type);
    if (found.size() <= limit) {
      return found;
    }
    // Another server that looked meanwhile has been led past those that are left.
    session.announce(new Word.Ready(type));
    return found.subList(0, limit);
  }

  /** One statement for each power of two, so that few are kept; up to twice as many are found. */
  static String readyQuery(Dialect dialect, int limit) {
    int power = Integer.highestOneBit(Math.max(1, 2 * limit - 1));
    return READY.formatted(power) + dialect.skipLocked();
  }

  /**
   * Jobs of a status whose time has come: scheduled ones that are due, finished ones that expire.
   */
  public static List<Job> awake(Session session, JobStatus status, Instant now, int limit)
      throws SQLException {
    return session.list(
        "select "
            + JobRow.COLUMNS
            + " from job where status = ? and wake_at <= ? order by status, wake_at limit ?"
            + session.dialect().skipLocked(),
        JobRow::job,
        status.wireName(),
        now,
        limit);
  }

  /** The job, if it is there; it stays as it is until this transaction ends. */
  public static Optional<Job> findToChange(Session session, JobId id) throws SQLException {
    return session.first(
        "select " + JobRow.COLUMNS + " from job where id = ?" + session.dialect().locked(),
        JobRow::job,
        id.value());
  }

  /** Those of the jobs that are there, at most 100, in no order. */
  public static List<Job> find(Session session, List<JobId> ids) throws SQLException {
    return session.list(FIND_SOME, JobRow::job, filledUp(ids));
  }

  /** {@link #find(Session, List)} of jobs that stay as they are until this transaction ends. */
  public static List<Job> findToChange(Session session, List<JobId> ids) throws SQLException {
    return session.list(FIND_SOME + session.dialect().locked(), JobRow::job, filledUp(ids));
  }

  private static Object[] filledUp(List<JobId> ids) {
    // Filled up with the last, so that there is one statement and not one for each number of them.
    Object[] values = new Object[MOST_FOUND];
    for (int i = 0; i < MOST_FOUND; i++) {
      values[i] = ids.get(Math.min(i, ids.size() - 1)).value();
    }
    return values;
  }

  /**
   * Running jobs of servers that are no more, in no order.
   *
   * @param startedUntil only those that were started by then
   */
  public static List<Job> abandoned(Session session, Instant startedUntil, int limit)
      throws SQLException {
    return session.list(
        "select "
            + JobRow.COLUMNS
            + """
               from job where status = 'running' and started_at <= ?
              and not exists (select 1 from node where node.id = job.node) limit ?
              """
            + session.dialect().skipLocked(),
        JobRow::job,
        startedUntil,
        limit);
  }

  /** The running jobs of this server. */
  public static List<Job> held(Session session) throws SQLException {
    return session.list(
        "select " + JobRow.COLUMNS + " from job where status = 'running' and node = ?",
        JobRow::job,
        session.node());
  }

  /** How many jobs wait, for their time or for a slot; no more than that many are counted. */
  public static long countWaiting(Session session, long most) throws SQLException {
    return session
        .first(
            """
            select count(*) as jobs from (
              select 1 from job where status in ('queued', 'scheduled') limit ?) as waiting
            """,
            row -> row.longNumber("jobs"),
            most)
        .orElse(0L);
  }

  /** How long the jobs that succeeded last took, newest first. */
  public static List<Took> lastDurations(Session session, int limit) throws SQLException {
    return session.list(
        """
        select type, started_at, finished_at from job
        where status = 'succeeded' and wake_at is not null order by status, wake_at desc limit ?
        """,
        row ->
            new Took(
                row.text("type"),
                Duration.between(row.instant("started_at"), row.instant("finished_at"))),
        limit);
  }

  /** The parameters of the job, as JSON text, if it is there. */
  public static Optional<String> input(Session session, JobId id) throws SQLException {
    return session.first(
        "select input from job where id = ?", row -> row.text("input"), id.value());
  }

  /** The bytes of a small result. */
  public static Optional<byte[]> smallResult(Session session, JobId id) throws SQLException {
    return session
        .first(
            "select result_bytes from job where id = ?",
            row -> Optional.ofNullable(row.bytesOrNull("result_bytes")),
            id.value())
        .flatMap(bytes -> bytes);
  }

  /** What lies beside a job's result, by name. */
  public static List<ContentInfo> files(Session session, JobId id) throws SQLException {
    return session.list(
        "select name, media_type, length, sha256 from job_file where job_id = ? order by name",
        row ->
            new ContentInfo(
                row.text("name"),
                row.text("media_type"),
                row.longNumber("length"),
                row.text("name"),
                row.text("sha256")),
        id.value());
  }
}
