package dev.accepted.http.body;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Whether something may follow on a request's connection that belongs to it. */
public final class BodyToCome {

  /** What of it has been read is known where somebody has taken care of it. */
  private static final String READ = BodyToCome.class.getName();

  private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private BodyToCome() {}

  /** How far a body has been read. */
  @FunctionalInterface
  interface Reading {

    /** True if nothing of it is to come any more. */
    boolean isDone();
  }

  /**
   * True if a connection is not to be used again when this request is answered unread: what follows
   * must not be taken for the next request. HTTP/2 frames each request by itself, and knows no
   * {@code Connection} (RFC 9113, 8.2.2).
   */
  public static boolean closes(HttpServletRequest request) {
    return isAnnounced(request) && request.getProtocol().startsWith("HTTP/1.");
  }

  /**
   * True if a body has been announced that nobody has read to its end, and the rest is to be taken
   * by {@link Remainder}: on Undertow, where {@link BodyFilter} sees how far each is read.
   */
  public static boolean isUnread(HttpServletRequest request) {
    return isAnnounced(request)
        && Undertow.serves(request.getServletContext())
        && !(request.getAttribute(READ) instanceof Reading reading && reading.isDone());
  }

  /** HTTP/2 may leave out how long it is, and has no other sign of it before it comes. */
  static boolean isAnnounced(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    boolean unannounced =
        request.getProtocol().startsWith("HTTP/2") && !WITHOUT.contains(request.getMethod());
    return length > 0
        || request.getHeader("Transfer-Encoding") != null
        || (length < 0 && unannounced);
  }

  /** Leaves with a request how far its body has been read. */
  static void leave(ServletRequest request, Reading reading) {
    request.setAttribute(READ, reading);
  }
}
