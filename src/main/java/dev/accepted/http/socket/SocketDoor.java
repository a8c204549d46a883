package dev.accepted.http.socket;

import dev.accepted.http.browser.OwnOrigins;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.RequestVisitor;
import dev.accepted.http.request.SignedIn;
import dev.accepted.http.throttle.Throttle;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says in HTTP what can't be followed, before the server makes a socket of the connection. (A
 * servlet that makes it, by Jakarta WebSocket's {@code upgradeHttpToWebSocket}, doesn't work with
 * Tyrus 2.1: it looks for an endpoint that was registered before.)
 */
public class SocketDoor implements Filter {

  @Inject SocketRequests requests;
  @Inject PublicUrls publicUrls;
  @Inject OwnOrigins origins;
  @Inject Throttle throttle;

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    Urls urls = publicUrls.seenBy(Objects.requireNonNull(request.getRequestURL()));
    try {
      String job = job(request.getRequestURI().substring(request.getContextPath().length()));
      requests.check(SignedIn.caller(request), job, query(request), urls);
      checkHandshake(request);
      if (job != null) {
        // As with a stream that ended: whoever listened has reason to look at the monitor.
        throttle.allow(RequestVisitor.visitor(request), JobFinder.id(job));
      }
    } catch (Problem problem) {
      ProblemDocument.answer(problem, urls, request, (HttpServletResponse) answer);
      return;
    }
    chain.doFilter(asked, answer);
  }

  private static @Nullable String job(String path) {
    if (path.equals(SocketPaths.JOBS)) {
      return null;
    }
    if (!path.startsWith(SocketPaths.JOBS + '/')) {
      throw Problem.of(ProblemType.UNKNOWN_RESOURCE, "The sockets are /ws/jobs and /ws/jobs/{id}.");
    }
    return path.substring(SocketPaths.JOBS.length() + 1);
  }

  private static Map<String, List<String>> query(HttpServletRequest request) {
    Map<String, List<String>> values = new HashMap<>();
    request.getParameterMap().forEach((name, all) -> values.put(name, List.of(all)));
    return values;
  }

  private void checkHandshake(HttpServletRequest request) throws IOException {
    if (!request.getMethod().equals("GET")) {
      throw Problem.of(ProblemType.METHOD_NOT_ALLOWED, "A socket is opened with GET.")
          .header("Allow", "GET");
    }
    if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
      throw upgradeRequired(request.getProtocol());
    }
    checkThatNothingFollows(request);
    // Browsers let a page open a socket anywhere: what keeps strangers out is this look.
    if (origins.isForeign(request)) {
      throw Problem.of(
          ProblemType.FOREIGN_ORIGIN, "Pages of another origin may not open sockets here.");
    }
  }

  /**
   * A client waits for the answer before it sends more (RFC 6455, section 4.1). Tyrus 2.1 hands
   * what came with a handshake to a listener that waits for the end of that very handshake ({@code
   * TyrusHttpUpgradeHandler.init}): each such client would take a request thread for good.
   */
  private static void checkThatNothingFollows(HttpServletRequest request) throws IOException {
    boolean announced =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    if (announced || request.getInputStream().available() > 0) {
      throw Problem.of(
              ProblemType.BAD_REQUEST,
              "Nothing may follow a handshake before it is answered (RFC 6455, section 4.1).")
          .header("Connection", "close");
    }
  }

  /**
   * Names the protocol (RFC 9110, section 15.5.22) and ends the connection: Grizzly sends an answer
   * that has an {@code Upgrade} header without its length, so that a client would wait for the end
   * of what is kept alive. Only {@code close} alone is understood by it. HTTP/2 knows no such
   * headers (RFC 9113, section 8.2.2).
   */
  private static Problem upgradeRequired(String protocol) {
    Problem problem =
        Problem.of(
            ProblemType.UPGRADE_REQUIRED,
            "This is a WebSocket, over HTTP/1.1; the same events are under /api.");
    return protocol.startsWith("HTTP/1.")
        ? problem.header("Upgrade", "websocket").header("Connection", "close")
        : problem;
  }
}
