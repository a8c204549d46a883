package dev.accepted.http.stream;

import dev.accepted.events.Event;
import dev.accepted.http.job.Representations;
import dev.accepted.http.wire.Urls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Writes events: each once, however many are told it. A job's next event may come before its last
 * one has been told to all, so what is remembered is the event's, not the job's.
 */
@ApplicationScoped
public class EventTexts {

  /** In bytes, of each kind: room for some ten thousand events. */
  private static final long MOST_BYTES = 8L << 20;

  private final Remembered<byte[]> streamed = new Remembered<>(MOST_BYTES, text -> text.length);
  private final Remembered<String> messages = new Remembered<>(MOST_BYTES, String::length);

  @Inject Representations representations;

  /** The event in a stream; not to be changed, since others are sent the same bytes. */
  byte[] streamed(Event event, Urls urls) {
    return streamed.of(event, urls, () -> EventText.bytes(event, data(event, urls)));
  }

  /**
   * The event as a message of a socket.
   *
   * @param number with which a client comes back that has it
   */
  public String message(Event event, long number, Urls urls) {
    return number == event.number()
        ? messages.of(event, urls, () -> written(event, number, urls))
        : written(event, number, urls);
  }

  private String written(Event event, long number, Urls urls) {
    return EventText.message(event, number, data(event, urls));
  }

  private byte[] data(Event event, Urls urls) {
    return EventText.data(event, urls, representations);
  }
}
