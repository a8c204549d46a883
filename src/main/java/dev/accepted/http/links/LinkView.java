package dev.accepted.http.links;

import java.time.Instant;

/**
 * A link, as it is to be handed on.
 *
 * @param url for programs
 * @param page for people
 * @param to {@code result} or {@code monitor}
 * @param expires when it counts no more
 */
public record LinkView(String url, String page, String to, Instant expires) {

  /** The token in it stays out of logs. */
  @Override
  public String toString() {
    return "LinkView[to=" + to + ", expires=" + expires + ']';
  }
}
