package dev.accepted.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a stream of server-sent events apart (HTML Standard, section 9.2.6), piece by piece as it
 * arrives. What is left over at the end was cut off, and is no event.
 */
final class EventParser {

  /** Longer than any status: what goes beyond is no stream of them. */
  private static final int LONGEST = 4 << 20;

  private static final int LONGEST_RETRY_DIGITS = 9;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private String name = "";
  private String id;
  private Optional<Duration> retry = Optional.empty();
  private boolean afterReturn;
  private boolean first = true;

  /** Goes on after an event of that id; empty for none. */
  EventParser(String lastId) {
    this.id = lastId;
  }

  /** How long the server wants to be left alone after the stream has ended, if it says so. */
  Optional<Duration> retry() {
    return retry;
  }

  /**
   * The events that are complete with these bytes.
   *
   * @throws IOException for one that is too long to be one
   */
  List<ServerEvent> feed(ByteBuffer bytes) throws IOException {
    List<ServerEvent> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      boolean endsReturn = afterReturn && next == '\n';
      afterReturn = next == '\r';
      if (next == '\r' || next == '\n') {
        if (!endsReturn) {
          line(events);
        }
      } else if (line.size() + data.length() > LONGEST) {
        throw new IOException("An event of more than " + LONGEST + " bytes");
      } else {
        line.write(next);
      }
    }
    return events;
  }

  private void line(List<ServerEvent> events) {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (first && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    first = false;
    if (text.isEmpty()) {
      dispatch(events);
      return;
    }
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    field(field, value.startsWith(" ") ? value.substring(1) : value);
  }

  private void field(String field, String value) {
    switch (field) {
      case "event" -> name = value;
      case "data" -> data.append(value).append('\n');
      case "id" -> id = value.indexOf('\0') < 0 ? value : id;
      case "retry" -> {
        if (value.matches("[0-9]{1," + LONGEST_RETRY_DIGITS + "}")) {
          retry = Optional.of(Duration.ofMillis(Long.parseLong(value)));
        }
      }
      default -> {
        // A comment, or something that comes after this version of the format.
      }
    }
  }

  private void dispatch(List<ServerEvent> events) {
    if (!data.isEmpty()) {
      data.setLength(data.length() - 1);
      events.add(new ServerEvent(id, name.isEmpty() ? "message" : name, data.toString()));
    }
    data.setLength(0);
    name = "";
  }
}
