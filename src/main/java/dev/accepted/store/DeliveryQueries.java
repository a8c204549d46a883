package dev.accepted.store;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.sql.Row;
import dev.accepted.sql.Session;
import dev.accepted.store.Delivery.State;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of the store about deliveries. */
public final class DeliveryQueries {

  /** The most of a job that are listed. */
  private static final int MOST_LISTED = 500;

  private static final int MOST_ATTEMPTS = 10_000;

  private DeliveryQueries() {}

  /**
   * A delivery as its job's owner may see it.
   *
   * @param nextAt when it is to be sent, or is being sent: null once it is settled
   * @param attempts oldest first
   */
  public record Listed(
      long number,
      long event,
      Kind kind,
      String url,
      State state,
      Instant createdAt,
      @Nullable Instant nextAt,
      List<DeliveryAttempt> attempts) {

    /** True if it is to be sent later. */
    public boolean waits() {
      return state == State.WAITING;
    }
  }

  /** True if there is one to be sent now. */
  public static boolean isDue(Session session, Instant now) throws SQLException {
    return session
        .first("select 1 as one from delivery where next_at <= ? limit 1", row -> true, now)
        .isPresent();
  }

  /** Those of a job, the newest 500, newest first. */
  public static List<Listed> ofJob(Session session, JobId job) throws SQLException {
    Map<Long, List<DeliveryAttempt>> attempts = attempts(session, job);
    return session.list(
        """
        select number, event_number, kind, url, state, created_at, next_at from delivery
        where job_id = ? order by job_id desc, number desc limit ?
        """,
        row -> listed(row, attempts),
        job.value(),
        MOST_LISTED);
  }

  private static Listed listed(Row row, Map<Long, List<DeliveryAttempt>> attempts)
      throws SQLException {
    long number = row.longNumber("number");
    return new Listed(
        number,
        row.longNumber("event_number"),
        Kind.valueOf(row.text("kind")),
        row.text("url"),
        State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.instant("created_at"),
        row.instantOrNull("next_at"),
        attempts.getOrDefault(number, List.of()));
  }

  private static Map<Long, List<DeliveryAttempt>> attempts(Session session, JobId job)
      throws SQLException {
    Map<Long, List<DeliveryAttempt>> attempts = new HashMap<>();
    session.list(
        """
        select delivery, delivery_attempt.attempt as attempt, at, took_ms, status, error
        from delivery_attempt join delivery on delivery.number = delivery_attempt.delivery
        where job_id = ? order by delivery desc, delivery_attempt.attempt limit ?
        """,
        row ->
            attempts
                .computeIfAbsent(row.longNumber("delivery"), first -> new ArrayList<>())
                .add(attempt(row)),
        job.value(),
        MOST_ATTEMPTS);
    return attempts;
  }

  private static DeliveryAttempt attempt(Row row) throws SQLException {
    int status = row.number("status");
    return new DeliveryAttempt(
        row.number("attempt"),
        row.instant("at"),
        Duration.ofMillis(row.longNumber("took_ms")),
        status == 0 ? null : status,
        row.textOrNull("error"));
  }
}
