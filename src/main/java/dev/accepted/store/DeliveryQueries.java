package dev.accepted.store;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.sql.Row;
import dev.accepted.sql.RowMapper;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of the store about deliveries. */
public final class DeliveryQueries {

  /** The most of a job that are listed. */
  private static final int MOST_LISTED = 500;

  private static final int MOST_ATTEMPTS = 10_000;

  /** Beyond, only that there are more is counted. */
  private static final int MOST_COUNTED = 100_000;

  private static final String LISTED =
      """
      select number, event_number, kind, job_id, delivery.url as url, delivery.state as state, delivery.created_at as created_at,
        next_at, delivery.attempt as taken, subscription, subscription.state as subscribed
      from delivery left join subscription on subscription.id = delivery.subscription
      """;

  private static final String ATTEMPTS =
      """
      select delivery, delivery_attempt.attempt as attempt, at, took_ms, status, error
      from delivery_attempt join delivery on delivery.number = delivery_attempt.delivery
      """;

  private DeliveryQueries() {}

  /**
   * A delivery as its job's owner may see it.
   *
   * @param nextAt when it is to be sent, or is being sent: null once it is settled
   * @param subscription whose it is; null for that of its job's callback
   * @param hasReceiver false if its subscription isn't active, or is gone
   * @param attempts oldest first
   */
  public record Listed(
      long number,
      long event,
      Kind kind,
      JobId job,
      String url,
      State state,
      Instant createdAt,
      @Nullable Instant nextAt,
      @Nullable UUID subscription,
      boolean hasReceiver,
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

  /** How many are to be sent or are being sent: counted by their index, up to 100,000. */
  public static int unsettled(Session session) throws SQLException {
    return session
        .first(
            """
            select cast(count(*) as integer) as number
            from (select 1 as one from delivery where next_at >= ? limit ?) as unsettled
            """,
            row -> row.number("number"),
            Instant.EPOCH,
            MOST_COUNTED)
        .orElse(0);
  }

  /** How many were given up, up to 100,000; all there are may have to be looked at. */
  public static long dead(Session session) throws SQLException {
    return session
        .first(
            """
            select count(*) as number
            from (select 1 as one from delivery where state = 'dead' limit ?) as dead
            """,
            row -> row.longNumber("number"),
            MOST_COUNTED)
        .orElse(0L);
  }

  /** Those of a job, the newest 500, newest first. */
  public static List<Listed> ofJob(Session session, JobId job) throws SQLException {
    List<Bare> bare =
        session.list(
            LISTED + "where job_id = ? order by job_id desc, number desc limit ?",
            DeliveryQueries::bare,
            job.value(),
            MOST_LISTED);
    Map<Long, List<DeliveryAttempt>> attempts = new HashMap<>();
    session.list(
        ATTEMPTS + "where job_id = ? order by delivery desc, delivery_attempt.attempt limit ?",
        into(attempts),
        job.value(),
        MOST_ATTEMPTS);
    return bare.stream().map(one -> one.with(attempts)).toList();
  }

  /**
   * Those of a subscription, newest first.
   *
   * @param before only such as have a lower number
   */
  public static List<Listed> ofSubscription(
      Session session, UUID subscription, long before, int limit) throws SQLException {
    List<Bare> bare =
        session.list(
            LISTED
                + "where subscription = ? and number < ? order by subscription desc, number desc limit ?",
            DeliveryQueries::bare,
            subscription,
            before,
            limit);
    if (bare.isEmpty()) {
      return List.of();
    }
    Map<Long, List<DeliveryAttempt>> attempts = new HashMap<>();
    session.list(
        ATTEMPTS
            + """
            where subscription = ? and number between ? and ?
            order by delivery desc, delivery_attempt.attempt limit ?
            """,
        into(attempts),
        subscription,
        bare.get(bare.size() - 1).delivery().number(),
        bare.get(0).delivery().number(),
        MOST_ATTEMPTS);
    return bare.stream().map(one -> one.with(attempts)).toList();
  }

  /**
   * A delivery before its attempts were read. That is done afterwards, so that none is missing that
   * its state speaks of; those that have ended since are left out.
   *
   * @param ended the number of the last attempt that its state speaks of
   */
  private record Bare(Listed delivery, int ended) {

    Listed with(Map<Long, List<DeliveryAttempt>> attempts) {
      return new Listed(
          delivery.number,
          delivery.event,
          delivery.kind,
          delivery.job,
          delivery.url,
          delivery.state,
          delivery.createdAt,
          delivery.nextAt,
          delivery.subscription,
          delivery.hasReceiver,
          attempts.getOrDefault(delivery.number, List.of()).stream()
              .filter(attempt -> attempt.attempt() <= ended)
              .toList());
    }
  }

  private static Bare bare(Row row) throws SQLException {
    UUID subscription = row.uuidOrNull("subscription");
    boolean active =
        WebhookSubscription.State.ACTIVE.wireName().equals(row.textOrNull("subscribed"));
    State state = State.valueOf(row.text("state").toUpperCase(Locale.ROOT));
    int taken = row.number("taken");
    return new Bare(
        new Listed(
            row.longNumber("number"),
            row.longNumber("event_number"),
            Kind.valueOf(row.text("kind")),
            new JobId(row.uuid("job_id")),
            row.text("url"),
            state,
            row.instant("created_at"),
            row.instantOrNull("next_at"),
            subscription,
            subscription == null || active,
            List.of()),
        state == State.SENDING ? taken - 1 : taken);
  }

  private static RowMapper<Boolean> into(Map<Long, List<DeliveryAttempt>> attempts) {
    return row ->
        attempts
            .computeIfAbsent(row.longNumber("delivery"), first -> new ArrayList<>())
            .add(attempt(row));
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
