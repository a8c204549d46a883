package dev.accepted.http.body;

import jakarta.servlet.ServletContext;

/**
 * Whether it is Undertow, as in WildFly, that asks the application. The servlet API leaves open
 * what becomes of an unread body, and what it means that an output is ready; where that is of
 * consequence, it is said there.
 */
public final class Undertow {

  private Undertow() {}

  /** True if that is so. */
  public static boolean serves(ServletContext context) {
    String server = context.getServerInfo();
    return server.contains("WildFly") || server.contains("Undertow");
  }
}
