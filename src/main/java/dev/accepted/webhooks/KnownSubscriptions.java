package dev.accepted.webhooks;

import dev.accepted.sql.Session;
import dev.accepted.store.SubscriptionQueries;
import dev.accepted.store.WebhookSubscription;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The subscriptions as this server knows them, so that an event costs no query. They are read in
 * the very transaction that writes an event down, when something may have changed: if they can't
 * be, that transaction fails, and no event passes unmatched. While notices of other servers can't
 * be heard, each transaction reads them.
 */
final class KnownSubscriptions {

  private volatile boolean deaf = true;
  private volatile boolean stale = true;
  private volatile Known known = new Known(Map.of(), false, List.of());

  /**
   * What was read.
   *
   * @param active by owner
   * @param haveTold true if there may be deliveries of subscriptions, be they of such as are gone
   * @param former when secrets end that were replaced
   */
  record Known(
      Map<String, List<WebhookSubscription>> active, boolean haveTold, List<Instant> former) {

    List<WebhookSubscription> of(String owner) {
      return active.getOrDefault(owner, List.of());
    }
  }

  /** As they are; only to be asked by the store's writer, within its transaction. */
  Known current(Session session) throws SQLException {
    if (stale || deaf) {
      read(session);
    }
    return known;
  }

  private void read(Session session) throws SQLException {
    // What is said from now on counts again.
    stale = false;
    boolean done = false;
    try {
      List<WebhookSubscription> all = SubscriptionQueries.all(session);
      known =
          new Known(
              all.stream()
                  .filter(WebhookSubscription::isActive)
                  .collect(Collectors.groupingBy(WebhookSubscription::owner)),
              !all.isEmpty() || SubscriptionQueries.haveDeliveries(session),
              all.stream()
                  .flatMap(one -> Optional.ofNullable(one.secrets().formerUntil()).stream())
                  .toList());
      done = true;
    } finally {
      if (!done) {
        stale = true;
      }
    }
  }

  /** Something has changed, or may have. */
  void changed() {
    stale = true;
  }

  /** True if they have to be read. */
  boolean isStale() {
    return stale;
  }

  /** What other servers change is heard from now on; before, something may have been missed. */
  void listening() {
    stale = true;
    deaf = false;
  }

  /** What other servers change is not heard. */
  void deaf() {
    deaf = true;
  }

  /** True if a secret was replaced whose time is over. */
  boolean hasFormer(Instant now) {
    return known.former().stream().anyMatch(until -> !until.isAfter(now));
  }

  /** How many are active, as far as is known here. */
  int active() {
    return known.active().values().stream().mapToInt(List::size).sum();
  }
}
