package dev.accepted.http.identity;

import dev.accepted.config.Settings;
import dev.accepted.guard.Caller;
import dev.accepted.http.browser.OwnOrigins;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.SessionCookie;
import dev.accepted.http.request.SignedIn;
import dev.accepted.http.wire.PublicUrls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Finds out who sends a request: by a link, a key or token, or a browser's session. */
@ApplicationScoped
public class CallerFinder {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject Settings settings;
  @Inject Identities identities;
  @Inject LinkDoor links;
  @Inject OwnOrigins origins;
  @Inject PublicUrls publicUrls;

  /**
   * Who sends it; empty if nobody says so, or if the path is open to all.
   *
   * @throws Problem 400, 401, 403 or 503
   */
  public Optional<Caller> find(HttpServletRequest request) {
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
        .or(() -> Credential.of(request).map(credential -> sent(request, credential)))
        .or(() -> session(request));
  }

  private Caller sent(HttpServletRequest request, String credential) {
    Caller caller = identities.caller(credential);
    Identities again = identities;
    SignedIn.noteAdmission(request, () -> again.admits(credential));
    return caller;
  }

  private Optional<Caller> session(HttpServletRequest request) {
    return SessionCookie.of(request, publicUrls.areSecure(request))
        .flatMap(cookie -> identities.session(cookie).map(known -> sent(request, cookie, known)));
  }

  /**
   * A browser sends its cookies along, whoever had it send the request: what changes something has
   * to come from a page of this server's for certain.
   */
  private Caller sent(HttpServletRequest request, String cookie, KnownSession known) {
    if (!READING.contains(request.getMethod()) && !origins.isOwn(request)) {
      throw Problem.of(
          ProblemType.FOREIGN_ORIGIN,
          "With the cookie of a session, only pages of this server's own may change anything.");
    }
    SignedIn.noteEnd(request, known.until());
    Identities again = identities;
    SignedIn.noteAdmission(request, () -> again.admitsSession(cookie));
    return known.caller();
  }
}
