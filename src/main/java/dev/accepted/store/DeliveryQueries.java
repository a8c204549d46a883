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
        next_at, subscription, subscription.state as subscribed
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

  /** Those of a job, the newest 500, newest first. */
  public static List<Listed> ofJob(Session session, JobId job) throws SQLException {
    Map<Long, List<DeliveryAttempt>> attempts = new HashMap<>();
    session.list(
        ATTEMPTS + "where job_id = ? order by delivery desc, delivery_attempt.attempt limit ?",
        into(attempts),
        job.value(),
        MOST_ATTEMPTS);
    return session.list(
        LISTED + "where job_id = ? order by job_id desc, number desc limit ?",
        row -> listed(row, attempts),
        job.value(),
        MOST_LISTED);
  }

  /**
   * Those of a subscription, newest first.
   *
   * @param before only such as have a lower number
   */
  public static List<Listed> ofSubscription(
      Session session, UUID subscription, long before, int limit) throws SQLException {
    List<Listed> bare =
        session.list(
            LISTED
                + "where subscription = ? and number < ? order by subscription desc, number desc limit ?",
            row -> listed(row, Map.of()),
            subscription,
            before,
            limit);
    if (bare.isEmpty()) {
      return bare;
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
        bare.get(bare.size() - 1).number(),
        bare.get(0).number(),
        MOST_ATTEMPTS);
    return bare.stream().map(one -> with(one, attempts)).toList();
  }

  private static Listed listed(Row row, Map<Long, List<DeliveryAttempt>> attempts)
      throws SQLException {
    long number = row.longNumber("number");
    UUID subscription = row.uuidOrNull("subscription");
    boolean active =
        WebhookSubscription.State.ACTIVE.wireName().equals(row.textOrNull("subscribed"));
    return new Listed(
        number,
        row.longNumber("event_number"),
        Kind.valueOf(row.text("kind")),
        new JobId(row.uuid("job_id")),
        row.text("url"),
        State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.instant("created_at"),
        row.instantOrNull("next_at"),
        subscription,
        subscription == null || active,
        attempts.getOrDefault(number, List.of()));
  }

  private static Listed with(Listed one, Map<Long, List<DeliveryAttempt>> attempts) {
    return new Listed(
        one.number(),
        one.event(),
        one.kind(),
        one.job(),
        one.url(),
        one.state(),
        one.createdAt(),
        one.nextAt(),
        one.subscription(),
        one.hasReceiver(),
        attempts.getOrDefault(one.number(), List.of()));
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
