package dev.accepted.http.identity;

import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.request.SentLink;
import dev.accepted.http.request.SignedIn;
import dev.accepted.http.request.Unauthorized;
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
import java.util.Optional;

/**
 * Lets in whoever is known. Its place among the filters is in {@code web.xml}: what comes after it
 * may ask who calls.
 */
public class IdentityFilter implements Filter {

  /** A servlet, which has no roles of its own. */
  private static final String METRICS = "/metrics";

  @Inject private CallerFinder callers;
  @Inject private PublicUrls publicUrls;

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    SentLink.keepToThisPage(request, (HttpServletResponse) answer);
    try {
      Optional<Caller> caller = callers.find(request);
      if (caller.isEmpty() && !OpenPaths.include(request) && !OpenPaths.isSession(request)) {
        throw Unauthorized.missing();
      }
      caller.ifPresent(known -> SignedIn.note(request, known));
      if (request.getServletPath().equals(METRICS)) {
        SignedIn.caller(request, Role.OBSERVE, Role.ADMIN);
      }
    } catch (Problem refused) {
      StringBuffer url = Objects.requireNonNull(request.getRequestURL());
      ProblemDocument.answer(
          refused, publicUrls.seenBy(url), request, (HttpServletResponse) answer);
      return;
    }
    chain.doFilter(SocketCaller.carriedBy(request), answer);
  }
}
