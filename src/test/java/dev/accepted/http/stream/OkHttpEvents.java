package dev.accepted.http.stream;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.RetryDelayStrategy;
import com.launchdarkly.eventsource.StreamException;
import dev.accepted.http.stream.SseClient.Received;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Streams as okhttp-eventsource reads them, and what the server has on record of them. */
public final class OkHttpEvents {

  private static final int MOST_SECONDS_APART = 1;

  private OkHttpEvents() {}

  /** One that comes back whenever it is cut off, for a thread that closes it itself. */
  static EventSource open(String url) {
    return open(url, () -> false);
  }

  /**
   * One that comes back whenever it is cut off; not connected yet.
   *
   * @param over whether it does so no more. Without that, whoever reads it while another thread
   *     closes it goes round and round for ever, and takes a core with it
   */
  public static EventSource open(String url, BooleanSupplier over) {
    return new EventSource.Builder(ConnectStrategy.http(URI.create(url)))
        .errorStrategy(new Until(over))
        .retryDelay(50, TimeUnit.MILLISECONDS)
        .retryDelayStrategy(
            RetryDelayStrategy.defaultStrategy().maxDelay(MOST_SECONDS_APART, TimeUnit.SECONDS))
        .build();
  }

  private static final class Until extends ErrorStrategy {

    private final BooleanSupplier over;

    Until(BooleanSupplier over) {
      this.over = over;
    }

    @Override
    public Result apply(StreamException trouble) {
      return new Result(over.getAsBoolean() ? Action.THROW : Action.CONTINUE, this);
    }
  }

  /** The numbers of events. */
  public static List<Long> numbers(List<MessageEvent> events) {
    return events.stream().map(event -> Long.valueOf(event.getLastEventId())).toList();
  }

  /**
   * The numbers that the server has on record between the first and the last of them, with both.
   *
   * @param url of the stream that they were read from
   */
  public static List<Long> journal(String url, List<MessageEvent> read) throws Exception {
    return journal(url, read.get(0).getLastEventId(), read.get(read.size() - 1).getLastEventId());
  }

  /** The same, by the ids of the first and the last. */
  public static List<Long> journal(String url, String first, String last) throws Exception {
    List<Long> numbers = new ArrayList<>(List.of(Long.valueOf(first)));
    try (SseClient again = SseClient.open(url, "Last-Event-ID", first)) {
      while (numbers.get(numbers.size() - 1) < Long.parseLong(last)) {
        Received next = Objects.requireNonNull(again.next());
        numbers.add(next.number());
      }
    }
    return numbers;
  }
}
