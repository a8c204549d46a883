package dev.accepted.guard.keys;

import dev.accepted.store.StoredKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When keys were last used, until that is written: now and then, so that a request writes nothing.
 */
public final class LastUses {

  /** As exact as it is. */
  static final Duration COARSE = Duration.ofMinutes(1);

  /** Beyond, some aren't noted this time. */
  private static final int MOST = 10_000;

  private final Map<String, Instant> noted = new ConcurrentHashMap<>();
  private final Clock clock;

  LastUses(Clock clock) {
    this.clock = clock;
  }

  /** It is used now. */
  void note(StoredKey key) {
    Instant now = clock.instant();
    Instant last = key.lastUsedAt();
    if ((last == null || now.isAfter(last.plus(COARSE)))
        && noted.size() < MOST
        && !noted.containsKey(key.id())) {
      noted.put(key.id(), now);
    }
  }

  /** What is to be written, by the keys' ids; it is no more to be written then. */
  public Map<String, Instant> take() {
    Map<String, Instant> taken = new HashMap<>();
    for (String id : List.copyOf(noted.keySet())) {
      Instant at = noted.remove(id);
      if (at != null) {
        taken.put(id, at);
      }
    }
    return taken;
  }
}
