package dev.accepted.http.stream;

import dev.accepted.events.Event;
import dev.accepted.http.job.Representations;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.LogLine;
import java.nio.charset.StandardCharsets;

/**
 * How an event stands in a stream: its number, its name, and the status representation in one line
 * or, of what was logged, the line.
 */
public final class EventText {

  /** So many milliseconds after its end a client comes back. */
  static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);

  private EventText() {}

  /** True if it is the last that is told of a job. */
  public static boolean isLast(Event event) {
    return switch (event.kind()) {
      case SUCCEEDED, FAILED, CANCELED, EXPIRED, REMOVED -> true;
      default -> false;
    };
  }

  /** What it says, as JSON. */
  static byte[] data(Event event, Urls urls, Representations representations) {
    LogLine line = event.line();
    return line == null
        ? representations.told(event.job(), urls)
        : WireJson.bytes(LoggedView.of(event, line));
  }

  /** No event, but a number to come back with. */
  static byte[] position(long number) {
    return "id: %d\n\n".formatted(number).getBytes(StandardCharsets.US_ASCII);
  }

  /** Keeps a connection open on which nothing happens, and has a number to come back with. */
  static byte[] heartbeat(long number) {
    return ":\nid: %d\n\n".formatted(number).getBytes(StandardCharsets.US_ASCII);
  }

  /** The event as a message of a socket. */
  static String message(Event event, long number, byte[] data) {
    return "{\"id\":\"%d\",\"event\":\"%s\",\"data\":%s}"
        .formatted(number, event.kind().wireName(), new String(data, StandardCharsets.UTF_8));
  }

  /** The event in a stream. */
  static byte[] bytes(Event event, byte[] data) {
    byte[] head =
        "id: %d\nevent: %s\ndata: "
            .formatted(event.number(), event.kind().wireName())
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + data.length + 2];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(data, 0, all, head.length, data.length);
    all[all.length - 2] = '\n';
    all[all.length - 1] = '\n';
    return all;
  }
}
