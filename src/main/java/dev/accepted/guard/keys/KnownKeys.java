package dev.accepted.guard.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.store.StoredKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys that were last asked for, in memory, and the ids that no key has: a request costs no
 * query. What changes here or on a server that is heard is read anew at once; what changes on one
 * that isn't, when what is known is {@link #FRESH} old.
 */
final class KnownKeys {

  /** How long what was read counts without a look. */
  static final Duration FRESH = Duration.ofSeconds(5);

  /** How long it counts while the store can't be read. */
  static final Duration USABLE = Duration.ofMinutes(1);

  private static final int KEPT = 20_000;

  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();
  private final Clock clock;

  KnownKeys(Clock clock) {
    this.clock = clock;
  }

  private record Known(Optional<KeyCaller> key, Instant readAt) {

    boolean isYoungerThan(Duration age, Instant now) {
      return now.isBefore(readAt.plus(age));
    }
  }

  /**
   * The key with that id. Of those who ask for one that has to be read, one reads.
   *
   * @param reader asks the store
   * @throws RuntimeException of the reader's, if nothing usable is known
   */
  Optional<KeyCaller> find(String id, Function<String, Optional<StoredKey>> reader) {
    Instant now = clock.instant();
    Known found = known.getIfPresent(id);
    if (found == null || !found.isYoungerThan(FRESH, now)) {
      found = known.asMap().compute(id, (same, before) -> current(same, before, now, reader));
    }
    return found.key();
  }

  private static Known current(
      String id,
      @Nullable Known before,
      Instant now,
      Function<String, Optional<StoredKey>> reader) {
    if (before != null && before.isYoungerThan(FRESH, now)) {
      return before;
    }
    try {
      return new Known(reader.apply(id).map(KeyCaller::new), now);
    } catch (RuntimeException down) {
      if (before == null || !before.isYoungerThan(USABLE, now)) {
        throw down;
      }
      return before;
    }
  }

  /** It may have changed. */
  void forget(String id) {
    known.invalidate(id);
  }

  /** Any may have changed. */
  void forgetAll() {
    known.invalidateAll();
  }
}
