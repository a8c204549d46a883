package dev.accepted.http.door;

import dev.accepted.engine.health.EngineHealth;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.wire.PublicUrls;
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

/**
 * Turns requests away while the server is about to stop: with a 503 that says when to come again,
 * on a connection that is closed after it (RFC 9112, section 9.6), so that the client's next
 * request goes elsewhere.
 *
 * <p>It also takes a {@code Retry-After} away that the server has put on an answer before the
 * application was asked. WildFly is told to do so (server-config): while the application isn't
 * there yet, it turns requests away by itself, and those answers are to say when to come again.
 * Answers of ours say it themselves.
 *
 * <p>web.xml puts it before all other filters.
 */
public class Door implements Filter {

  private static final String RETRY_AFTER = "Retry-After";

  /** About as long as a server takes to be started again, in seconds. */
  private static final String RESTART = "10";

  @Inject private EngineHealth health;
  @Inject private PublicUrls publicUrls;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    if (health.isDraining()) {
      turnAway((HttpServletRequest) request, answer);
    } else {
      answer.setHeader(RETRY_AFTER, null);
      chain.doFilter(request, response);
    }
  }

  private void turnAway(HttpServletRequest request, HttpServletResponse answer) throws IOException {
    Problem problem =
        Problem.of(
                ProblemType.SERVER_STOPPING, "This server is being stopped and takes no requests.")
            .header(RETRY_AFTER, RESTART)
            .header("Connection", "close");
    StringBuffer url = Objects.requireNonNull(request.getRequestURL());
    ProblemDocument.answer(problem, publicUrls.seenBy(url), request, answer);
  }
}
