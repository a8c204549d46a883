package dev.accepted.webhooks;

import dev.accepted.config.WebhookSettings;
import dev.accepted.store.Delivery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is being sent here, and how much more may be. */
final class InFlight {

  private final int most;
  private final int mostPerHost;
  private final Set<Sending> all = new HashSet<>();
  private final Map<String, Integer> byHost = new HashMap<>();

  InFlight(WebhookSettings settings) {
    this.most = settings.most();
    this.mostPerHost = settings.mostPerHost();
  }

  /** How many more may be sent. */
  synchronized int room() {
    return most - all.size();
  }

  /**
   * The hosts that get no more now.
   *
   * @return always as many, filled up with blanks; at least one
   */
  synchronized List<String> fullHosts() {
    List<String> full = new ArrayList<>();
    byHost.forEach(
        (host, count) -> {
          if (count >= mostPerHost) {
            full.add(host);
          }
        });
    while (full.size() < Math.max(1, most / mostPerHost)) {
      full.add("");
    }
    return full;
  }

  /** Those of the deliveries for which there is room, in their order. */
  synchronized List<Delivery> fitting(List<Delivery> due) {
    Map<String, Integer> counts = new HashMap<>(byHost);
    List<Delivery> fitting = new ArrayList<>();
    for (Delivery delivery : due) {
      if (fitting.size() < room()
          && counts.merge(delivery.host(), 1, Integer::sum) <= mostPerHost) {
        fitting.add(delivery);
      }
    }
    return fitting;
  }

  synchronized void add(Sending sending) {
    all.add(sending);
    byHost.merge(sending.delivery().host(), 1, Integer::sum);
  }

  synchronized void remove(Sending sending) {
    if (all.remove(sending)) {
      byHost.computeIfPresent(
          sending.delivery().host(), (host, count) -> count == 1 ? null : count - 1);
    }
  }

  /** All of it. */
  synchronized List<Sending> all() {
    return List.copyOf(all);
  }
}
