package dev.accepted.http.identity;

import dev.accepted.guard.CallerPrincipal;
import dev.accepted.http.request.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/**
 * A request that is to become a socket. The server hands on its principal and no attribute (Jakarta
 * WebSocket 2.1, section 2.6), and that to this socket alone.
 */
final class SocketCaller extends HttpServletRequestWrapper {

  private static final String SOCKETS = "/ws/";

  private SocketCaller(HttpServletRequest request) {
    super(request);
  }

  /** The request itself, if it isn't such a one. */
  static HttpServletRequest carriedBy(HttpServletRequest request) {
    return request.getServletPath().startsWith(SOCKETS)
            || request.getRequestURI().startsWith(request.getContextPath() + SOCKETS)
        ? new SocketCaller(request)
        : request;
  }

  @Override
  public Principal getUserPrincipal() {
    HttpServletRequest request = (HttpServletRequest) getRequest();
    return new CallerPrincipal(SignedIn.caller(request), SignedIn.admission(request));
  }
}
