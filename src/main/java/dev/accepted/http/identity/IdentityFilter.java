package dev.accepted.http.identity;

import dev.accepted.config.Settings;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.http.browser.OwnOrigins;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.SentLink;
import dev.accepted.http.request.SessionCookie;
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
import java.util.Set;

/**
 * Lets in whoever is known. Its place among the filters is in {@code web.xml}: what comes after it
 * may ask who calls.
 */
public class IdentityFilter implements Filter {

  /** A servlet, which has no roles of its own. */
  private static final String METRICS = "/metrics";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private Settings settings;
  @Inject private Identities identities;
  @Inject private LinkDoor links;
  @Inject private OwnOrigins origins;
  @Inject private PublicUrls publicUrls;

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    SentLink.keepToThisPage(request, (HttpServletResponse) answer);
    try {
      Optional<Caller> caller = caller(request);
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

  private Optional<Caller> caller(HttpServletRequest request) {
    if (settings.auth().none()) {
      if (!settings.auth().open() && !LocalAddress.isLoopback(request.getLocalAddr())) {
        throw Problem.of(
            ProblemType.CLOSED_TO_THE_NETWORK,
            "Nobody signs in here, so this server answers its own machine only.");
      }
      return links.caller(request).or(() -> Optional.of(Caller.ANONYMOUS));
    }
    if (OpenPaths.include(request)) {
      return Optional.empty();
    }
    return links
        .caller(request)
        .or(() -> Credential.of(request).map(identities::caller))
        .or(() -> session(request));
  }

  private Optional<Caller> session(HttpServletRequest request) {
    return SessionCookie.of(request, publicUrls.areSecure(request))
        .flatMap(identities::session)
        .map(known -> sent(request, known));
  }

  /**
   * A browser sends its cookies along, whoever had it send the request: what changes something has
   * to come from a page of this server's for certain.
   */
  private Caller sent(HttpServletRequest request, KnownSession known) {
    if (!READING.contains(request.getMethod()) && !origins.isOwn(request)) {
      throw Problem.of(
          ProblemType.FOREIGN_ORIGIN,
          "With the cookie of a session, only pages of this server's own may change anything.");
    }
    SignedIn.noteEnd(request, known.until());
    return known.caller();
  }
}
