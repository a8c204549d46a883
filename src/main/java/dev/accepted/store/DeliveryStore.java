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

  /** The callback's receiver has said before that it wants no more. */
  private static final String STOPPED =
      "exists (select 1 from delivery where job_id = ? and state = 'gone' and subscription is null)";

  /** In characters: what the column holds. */
  public static final int MOST_BODY = 1 << 20;

  private DeliveryStore() {}

  /** Which event it is that is sent. */
  public record Told(long number, Kind kind, Instant at, JobId job) {}

  /**
   * An event that is to be sent to a subscription; sent to the store with others.
   *
   * @param body at most {@link #MOST_BODY} characters
   */
  public static void add(Session session, Told event, WebhookSubscription to, String body)
      throws SQLException {
    session.updateLater(
        """
        insert into delivery (event_number, kind, job_id, url, host, subscription, body, attempt, tries, created_at, state, next_at)
        values (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 'waiting', ?)
        """,
        event.number(),
        event.kind().name(),
        event.job().value(),
        to.url(),
        to.host(),
        to.id(),
        body,
        event.at(),
        event.at());
  }

  /**
   * The same for the callback of its job, unless that has been stopped.
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
        select number, event_number, kind, job_id, url, host, subscription, secret, body, state, attempt, tries
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
    String secret = row.textOrNull("secret");
    return new Delivery(
        row.longNumber("number"),
        row.longNumber("event_number"),
        Kind.valueOf(row.text("kind")),
        new JobId(row.uuid("job_id")),
        row.text("url"),
        row.text("host"),
        row.uuidOrNull("subscription"),
        secret == null ? List.of() : List.of(secret),
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
        "update delivery set state = 'sending', url = ?, host = ?, attempt = ?, tries = ?, next_at = ?"
            + GUARD,
        taken.url(),
        taken.host(),
        taken.attempt(),
        taken.tries(),
        until,
        due.number(),
        due.state().wireName(),
        due.attempt());
    return taken;
  }

  /** Waiting, or left by a dead sender → settled for good without being sent. */
  public static boolean end(Session session, Delivery due, State state) throws SQLException {
    int changed =
        session.update(
            "update delivery set state = ?, next_at = null" + GUARD,
            state.wireName(),
            due.number(),
            due.state().wireName(),
            due.attempt());
    dropOfGone(session, due.job());
    return changed == 1;
  }

  /** Waiting, or left by a dead sender → nothing. */
  public static boolean drop(Session session, Delivery due) throws SQLException {
    return session.update(
            "delete from delivery" + GUARD, due.number(), due.state().wireName(), due.attempt())
        == 1;
  }

  /**
   * Being sent → waiting for the next try, or settled for good. What is settled of a job that is
   * gone goes, too. A receiver that wants no more gets none of what else waits for it: its
   * subscription ends, or its job's callback.
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
      stop(session, sent, attempt.at());
    }
    if (nextAt == null) {
      dropOfGone(session, sent.job());
    }
    return true;
  }

  private static void stop(Session session, Delivery sent, Instant now) throws SQLException {
    if (sent.subscription() == null) {
      session.update(
          """
          update delivery set state = 'gone', next_at = null
          where job_id = ? and state = 'waiting' and subscription is null
          """,
          sent.job().value());
    } else {
      SubscriptionStore.move(
          session,
          sent.subscription(),
          WebhookSubscription.State.ACTIVE,
          WebhookSubscription.State.GONE,
          now);
    }
  }

  /** What is settled of a job that is gone. */
  private static void dropOfGone(Session session, JobId job) throws SQLException {
    session.update(
        """
        delete from delivery where job_id = ? and next_at is null
          and not exists (select 1 from job where job.id = delivery.job_id)
        """,
        job.value());
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

  /**
   * Delivered or dead → waiting, with all its tries before it; unless it is that of a subscription
   * that isn't active.
   */
  public static boolean sendAgain(Session session, long number, Instant now) throws SQLException {
    return session.update(
            """
            update delivery set state = 'waiting', tries = 0, next_at = ?
            where number = ? and state in ('delivered', 'dead') and (subscription is null or exists (
              select 1 from subscription where subscription.id = delivery.subscription and subscription.state = 'active'))
            """,
            now,
            number)
        == 1;
  }

  /**
   * Drops what is settled of a job that goes, sent to the store with others; the rest goes when it
   * is settled.
   */
  public static void removeSettled(Session session, JobId job) throws SQLException {
    session.updateLater("delete from delivery where job_id = ? and next_at is null", job.value());
  }
}
