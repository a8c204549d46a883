package dev.accepted.http.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.events.Event;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.JobId;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What was made of the events that were told lately.
 *
 * @param <T> what is made of an event
 */
final class Remembered<T> {

  /** About what one takes of the heap beside its text: the event, its job, the objects. */
  private static final int OVERHEAD_BYTES = 512;

  private final Cache<Key, Made<T>> kept;

  /**
   * How an event's number is shown differs only by URLs; how a job stands has no number of its own.
   */
  private record Key(long number, JobId job, Urls urls) {}

  private record Made<T>(Event event, T text) {}

  /**
   * Remembers.
   *
   * @param mostBytes how much
   * @param length of one of them, in bytes
   */
  Remembered(long mostBytes, ToIntFunction<T> length) {
    kept =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(mostBytes)
            .weigher((Key key, Made<T> made) -> length.applyAsInt(made.text()) + OVERHEAD_BYTES)
            .build();
  }

  /** What was made of exactly this event for these URLs, or is now. */
  T of(Event event, Urls urls, Supplier<T> maker) {
    Key key = new Key(event.number(), event.job().id(), urls);
    Made<T> known = kept.getIfPresent(key);
    if (known != null && known.event().equals(event)) {
      return known.text();
    }
    T text = maker.get();
    kept.put(key, new Made<>(event, text));
    return text;
  }
}
