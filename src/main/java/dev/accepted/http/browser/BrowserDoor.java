package dev.accepted.http.browser;

import dev.accepted.config.Settings;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
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
import java.util.Objects;
import java.util.Set;

/**
 * The first filter of all, named in {@code web.xml}, since the order of those that are annotated is
 * nobody's promise. It says what the answer may do in a browser, and turns away what a browser was
 * made to send by somebody else's page: a form can be sent anywhere without asking, and a name of
 * somebody else's can be made to lead here (DNS rebinding).
 */
public class BrowserDoor implements Filter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** A name that is not this server's is not to be seen in its answers. */
  private static final Urls NO_HOST = new Urls("/api/");

  @Inject private Settings settings;
  @Inject private OwnOrigins origins;
  @Inject private PublicUrls publicUrls;

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse answer = (HttpServletResponse) answered;
    boolean shared = SharedPaths.include(request);
    AnswerPolicy policy = shared ? AnswerPolicy.SHARED : AnswerPolicy.at(request.getServletPath());
    policy.tell(answer);
    if (!isKnownHere(request)) {
      Problem problem =
          Problem.of(
              ProblemType.FOREIGN_HOST,
              "This server is not known by the name that the request was sent to.");
      ProblemDocument.answer(problem, NO_HOST, request, answer);
    } else if (shared) {
      share(request, answer, chain);
    } else if (!READING.contains(request.getMethod()) && origins.isForeign(request)) {
      Problem problem =
          Problem.of(
              ProblemType.FOREIGN_ORIGIN, "A page of another origin may not change anything here.");
      Urls urls = publicUrls.seenBy(Objects.requireNonNull(request.getRequestURL()));
      ProblemDocument.answer(problem, urls, request, answer);
    } else {
      chain.doFilter(asked, answered);
    }
  }

  /** A page of another origin asks first what it may send (Fetch, section 3.2.2). */
  private static void share(
      HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null) {
      SharedPaths.allow(answer);
    } else {
      chain.doFilter(request, answer);
    }
  }

  /**
   * What comes in from the network may name the server as it likes. What comes over loopback may
   * come from a browser on this machine that believes to talk to somebody else.
   */
  private boolean isKnownHere(HttpServletRequest request) {
    String host = String.valueOf(request.getServerName());
    return settings.hosts().knows(host) || !isLoopback(String.valueOf(request.getLocalAddr()));
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
