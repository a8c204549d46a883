package dev.accepted.store;

import dev.accepted.sql.Session;
import dev.accepted.store.WebhookSubscription.Filter;
import dev.accepted.store.WebhookSubscription.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of subscriptions, one method each, to be run within a transaction of {@link
 * GroupCommit}. The other servers that share the store are told to look again.
 */
public final class SubscriptionStore {

  /** What is ended at once; the rest is when its time comes. */
  private static final int MOST_ENDED = 1_000;

  /** Before all deliveries: what isn't null is later. */
  private static final Instant EVER = Instant.EPOCH;

  private SubscriptionStore() {}

  /** A new one. */
  public static void add(Session session, WebhookSubscription fresh) throws SQLException {
    session.update(
        """
        insert into subscription (id, owner, url, host, types, events, labels, links, secret, former_secret, former_until,
          state, since, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, null, ?, ?, ?, ?)
        """,
        fresh.id(),
        fresh.owner(),
        fresh.url(),
        fresh.host(),
        types(fresh.filter()),
        events(fresh.filter()),
        JsonText.ofLabels(fresh.filter().labels()),
        fresh.links(),
        fresh.secrets().current(),
        fresh.state().wireName(),
        fresh.since(),
        fresh.createdAt(),
        fresh.updatedAt());
    session.announce(new Word.Subscriptions());
  }

  /** Another receiver or filter; what waits goes to where the receiver is now. */
  public static void change(Session session, WebhookSubscription changed) throws SQLException {
    Filter filter = changed.filter();
    session.update(
        """
        update subscription set url = ?, host = ?, types = ?, events = ?, labels = ?, links = ?, updated_at = ? where id = ?
        """,
        changed.url(),
        changed.host(),
        types(filter),
        events(filter),
        JsonText.ofLabels(filter.labels()),
        changed.links(),
        changed.updatedAt(),
        changed.id());
    session.announce(new Word.Subscriptions());
  }

  /** A new secret; the one that it had until then counts for a while. */
  public static void rotate(
      Session session,
      WebhookSubscription before,
      String secret,
      @Nullable Instant until,
      Instant now)
      throws SQLException {
    session.update(
        "update subscription set secret = ?, former_secret = ?, former_until = ?, updated_at = ? where id = ?",
        secret,
        until == null ? null : before.secrets().current(),
        until,
        now,
        before.id());
    session.announce(new Word.Subscriptions());
  }

  /** Forgets former secrets whose time is over. */
  public static int forgetFormer(Session session, Instant now) throws SQLException {
    return session.update(
        "update subscription set former_secret = null, former_until = null where former_until <= ?",
        now);
  }

  /**
   * From one state to another. With an end of the active state ends what waits.
   *
   * @return false if it is not in that state
   */
  public static boolean move(Session session, UUID id, State from, State to, Instant now)
      throws SQLException {
    int changed =
        session.update(
            "update subscription set state = ?, since = ?, updated_at = ? where id = ? and state = ?",
            to.wireName(),
            now,
            now,
            id,
            from.wireName());
    if (changed != 1) {
      return false;
    }
    if (from == State.ACTIVE) {
      endWaiting(session, id, endOfWaiting(to));
    }
    session.announce(new Word.Subscriptions());
    return true;
  }

  /** Removes it; what waits for it ends. */
  public static void remove(Session session, UUID id) throws SQLException {
    session.update("delete from subscription where id = ?", id);
    endWaiting(session, id, Delivery.State.GONE);
    session.announce(new Word.Subscriptions());
  }

  /** What becomes of a delivery whose subscription is in that state, which isn't the active one. */
  public static Delivery.State endOfWaiting(State state) {
    return state == State.GONE ? Delivery.State.GONE : Delivery.State.DEAD;
  }

  /**
   * First what no job holds any more, which would else stay for ever. One by one: H2 would look for
   * all of them again with each that it changes, and nobody else can write meanwhile.
   */
  private static void endWaiting(Session session, UUID id, Delivery.State end) throws SQLException {
    List<Long> waiting =
        session.list(
            """
            select number from delivery where subscription = ? and next_at >= ? and state = 'waiting'
            order by subscription, next_at limit ?
            """,
            row -> row.longNumber("number"),
            id,
            EVER,
            MOST_ENDED);
    for (Long number : waiting) {
      session.updateLater(
          """
          delete from delivery where number = ? and state = 'waiting'
            and not exists (select 1 from job where job.id = delivery.job_id)
          """,
          number);
    }
    for (Long number : waiting) {
      session.updateLater(
          "update delivery set state = ?, next_at = null where number = ? and state = 'waiting'",
          end.wireName(),
          number);
    }
  }

  private static @Nullable String types(Filter filter) {
    return JsonText.ofNames(filter.types().stream().sorted().toList());
  }

  private static @Nullable String events(Filter filter) {
    return JsonText.ofNames(filter.events().stream().sorted().map(Enum::name).toList());
  }
}
