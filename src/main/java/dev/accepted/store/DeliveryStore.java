package dev.accepted.store;

import dev.accepted.job.Callback;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.sql.Row;
import dev.accepted.sql.Session;
import dev.accepted.store.Delivery.State;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of deliveries, one method each, to be run within a transaction of {@link
 * GroupCommit}. Each but the first is guarded by the state and the attempt that it starts from, and
 * tells whether it happened.
 */
public final class DeliveryStore {

  private static final String GUARD = " where number = ? and state = ? and attempt = ?";

  /** The job's receiver has said before that it wants no more. */
  private static final String STOPPED =
      "exists (select 1 from delivery where job_id = ? and state = 'gone')";

  /** In characters: what the column holds. */
  public static final int MOST_BODY = 1 << 20;

  private DeliveryStore() {}

  /** Which event it is that is sent. */
  public record Told(long number, Kind kind, Instant at, JobId job) {}

  /**
   * An event that is to be sent to the callback of its job, unless that has been stopped; sent to
   * the store with others.
   *
   * @param host the URL's, in lower case
   * @param body at most {@link #MOST_BODY} characters
   */
  public static void add(Session session, Told event, Callback to, String host, String body)
      throws SQLException {
    session.updateLater(
        """
        insert into delivery (event_number, kind, job_id, url, host, secret, body, attempt, tries, created_at, state, next_at)
        values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?,
          case when %1$s then 'gone' else 'waiting' end,
          case when %1$s then null else cast(? as timestamp(3) with time zone) end)
        """
            .formatted(STOPPED),
        event.number(),
        event.kind().name(),
        event.job().value(),
        to.url(),
        host,
        to.secret(),
        body,
        event.at(),
        event.job().value(),
        event.job().value(),
        event.at());
  }

  /**
   * Deliveries whose time has come, and those whose sender is taken for dead, the longest due
   * first. Nobody else sees them before this transaction ends.
   *
   * @param butNot hosts that are passed over; always as many, with blanks for none, so that there
   *     is one statement
   */
  public static List<Delivery> due(Session session, Instant now, List<String> butNot, int limit)
      throws SQLException {
    String sql =
        """
        select number, event_number, kind, job_id, url, host, secret, body, state, attempt, tries
        from delivery where next_at <= ? and host not in (?%s) order by next_at limit ?
        """
                .formatted(", ?".repeat(butNot.size() - 1))
            + session.dialect().skipLocked();
    Object[] arguments =
        Stream.of(Stream.of(now), butNot.stream(), Stream.of(limit))
            .flatMap(some -> some)
            .toArray();
    return session.list(sql, DeliveryStore::delivery, arguments);
  }

  private static Delivery delivery(Row row) throws SQLException {
    return new Delivery(
        row.longNumber("number"),
        row.longNumber("event_number"),
        Kind.valueOf(row.text("kind")),
        new JobId(row.uuid("job_id")),
        row.text("url"),
        row.text("host"),
        row.textOrNull("secret"),
        row.text("body"),
        State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.number("attempt"),
        row.number("tries"));
  }

  /**
   * Waiting or left by a dead sender → being sent.
   *
   * @param until when this sender is taken for dead
   * @return as it is taken
   */
  public static Delivery take(Session session, Delivery due, Instant now, Instant until)
      throws SQLException {
    if (due.state() == State.SENDING) {
      insert(
          session,
          due.number(),
          new DeliveryAttempt(due.attempt(), now, Duration.ZERO, null, "interrupted"));
    }
    Delivery taken = due.taken();
    session.update(
        "update delivery set state = 'sending', attempt = ?, tries = ?, next_at = ?" + GUARD,
        taken.attempt(),
        taken.tries(),
        until,
        due.number(),
        due.state().wireName(),
        due.attempt());
    return taken;
  }

  /**
   * Being sent → waiting for the next try, or settled for good. What is settled of a job that is
   * gone goes, too. A receiver that wants no more gets none of what else waits for it.
   *
   * @param nextAt when it is to be tried again; null if it isn't
   */
  public static boolean settle(
      Session session,
      Delivery sent,
      DeliveryAttempt attempt,
      State state,
      @Nullable Instant nextAt)
      throws SQLException {
    int changed =
        session.update(
            "update delivery set state = ?, next_at = ?" + GUARD,
            state.wireName(),
            nextAt,
            sent.number(),
            State.SENDING.wireName(),
            sent.attempt());
    if (changed != 1) {
      return false;
    }
    insert(session, sent.number(), attempt);
    if (state == State.GONE) {
      session.update(
          "update delivery set state = 'gone', next_at = null where job_id = ? and state = 'waiting'",
          sent.job().value());
    }
    if (nextAt == null) {
      session.update(
          """
          delete from delivery where job_id = ? and next_at is null
            and not exists (select 1 from job where job.id = delivery.job_id)
          """,
          sent.job().value());
    }
    return true;
  }

  private static void insert(Session session, long delivery, DeliveryAttempt attempt)
      throws SQLException {
    session.update(
        "insert into delivery_attempt (delivery, attempt, at, took_ms, status, error) values (?, ?, ?, ?, ?, ?)",
        delivery,
        attempt.attempt(),
        attempt.at(),
        attempt.took().toMillis(),
        attempt.status(),
        attempt.error());
  }

  /** Delivered or dead → waiting, with all its tries before it. */
  public static boolean sendAgain(Session session, JobId job, long number, Instant now)
      throws SQLException {
    return session.update(
            """
            update delivery set state = 'waiting', tries = 0, next_at = ?
            where number = ? and job_id = ? and state in ('delivered', 'dead')
            """,
            now,
            number,
            job.value())
        == 1;
  }

  /** Drops what is settled of a job that goes; the rest goes when it is settled. */
  static void removeSettled(Session session, JobId job) throws SQLException {
    session.update("delete from delivery where job_id = ? and next_at is null", job.value());
  }
}
