package dev.accepted.http.signin;

import dev.accepted.config.Settings;
import dev.accepted.engine.SessionService;
import dev.accepted.engine.logging.Logfmt;
import dev.accepted.engine.logging.LoggedFailure;
import dev.accepted.guard.Caller;
import dev.accepted.guard.sessions.Attempt;
import dev.accepted.guard.sessions.Session;
import dev.accepted.guard.tokens.CodeFlow;
import dev.accepted.guard.tokens.IssuerUnavailable;
import dev.accepted.guard.tokens.SignInRefused;
import dev.accepted.http.identity.Identities;
import dev.accepted.http.request.SessionCookie;
import dev.accepted.http.wire.PublicUrls;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;

/**
 * Sends people to the issuer, and lets them in when they come back. Whatever goes wrong leads to
 * the page that tells how to sign in, and says what it was.
 */
@WebServlet(
    urlPatterns = {SignInAddresses.START, SignInAddresses.DONE},
    asyncSupported = true)
public class SignInServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(SignInServlet.class.getName());

  /** What is known of somebody on their way is kept by their browser, for so long. */
  private static final Duration ON_THE_WAY = Duration.ofMinutes(10);

  /** The issuer has some seconds for each answer; see there. A thread may be waited for, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String UNAVAILABLE = "unavailable";
  private static final String REFUSED = "refused";

  @Inject private transient Settings settings;
  @Inject private transient Identities identities;
  @Inject private transient SessionService sessions;
  @Inject private transient Clock clock;
  @Inject private transient PublicUrls publicUrls;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<CodeFlow> flow = identities.codeFlow();
    if (flow.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    SignInAddresses addresses =
        new SignInAddresses(
            publicUrls.seenBy(request.getRequestURL()), publicUrls.areSecure(request));
    if (request.getServletPath().equals(SignInAddresses.START)) {
      start(flow.get(), addresses, request, response);
    } else {
      done(flow.get(), addresses, request, response);
    }
  }

  private void start(
      CodeFlow flow,
      SignInAddresses addresses,
      HttpServletRequest request,
      HttpServletResponse response) {
    String target = SignInAddresses.target(request.getParameter("to"));
    try {
      CodeFlow.Begun begun = flow.begin(addresses.back(), target);
      String sealed = sessions.sessions().sealed(begun.attempt(), clock.instant().plus(ON_THE_WAY));
      keepOnTheWay(sealed, ON_THE_WAY, addresses, response);
      seeOther(response, begun.issuer().toString());
    } catch (IssuerUnavailable down) {
      LOG.log(Level.DEBUG, "Nobody can be sent to the issuer now", down);
      seeOther(response, SignInAddresses.page(target, UNAVAILABLE));
    }
  }

  private void done(
      CodeFlow flow,
      SignInAddresses addresses,
      HttpServletRequest request,
      HttpServletResponse response) {
    keepOnTheWay("", Duration.ZERO, addresses, response);
    Attempt attempt =
        SessionCookie.value(request, addresses.cookie())
            .flatMap(sessions.sessions()::attempt)
            .orElse(null);
    String code = request.getParameter("code");
    if (attempt == null) {
      seeOther(response, SignInAddresses.page("/", "late"));
    } else if (code == null || code.isBlank() || !isOf(attempt, request.getParameter("state"))) {
      seeOther(response, SignInAddresses.page(attempt.target(), REFUSED));
    } else {
      finish(flow, attempt, code, addresses, request, response);
    }
  }

  private static boolean isOf(Attempt attempt, String state) {
    return state != null
        && MessageDigest.isEqual(
            attempt.state().getBytes(StandardCharsets.UTF_8),
            state.getBytes(StandardCharsets.UTF_8));
  }

  /** The issuer is asked on another thread than the request's. */
  private void finish(
      CodeFlow flow,
      Attempt attempt,
      String code,
      SignInAddresses addresses,
      HttpServletRequest request,
      HttpServletResponse response) {
    String unavailable = SignInAddresses.page(attempt.target(), UNAVAILABLE);
    LateRedirect late = LateRedirect.begin(request, response, PATIENCE, unavailable);
    try {
      sessions
          .ask(() -> flow.finish(attempt, addresses.back(), code))
          .thenAccept(caller -> late.to(attempt.target(), kept(caller, addresses)))
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  late.to(SignInAddresses.page(attempt.target(), trouble(failure)));
                }
              });
    } catch (RejectedExecutionException | IllegalStateException full) {
      LOG.log(Level.DEBUG, "Too many sign in at once, or the server stops", full);
      late.to(unavailable);
    }
  }

  private String kept(Caller caller, SignInAddresses addresses) {
    Duration life = settings.auth().session();
    Instant until = clock.instant().plus(life);
    String sealed = sessions.sessions().sealed(new Session(new Session.ByIssuer(caller), until));
    return SessionCookie.kept(sealed, life, addresses.secure());
  }

  /** What the page is to say. Anybody can come back with anything: the log has a line for it. */
  private static String trouble(Throwable failure) {
    Throwable why =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    boolean refused = why instanceof SignInRefused;
    String line =
        new Logfmt().with("msg", "somebody could not sign in").with("why", why).toString();
    if (refused || why instanceof IOException || why instanceof IssuerUnavailable) {
      LOG.log(refused ? Level.INFO : Level.WARNING, line);
      LOG.log(Level.DEBUG, "its trace", LoggedFailure.of(why));
    } else {
      LOG.log(Level.ERROR, line, LoggedFailure.of(why));
    }
    return refused ? REFUSED : UNAVAILABLE;
  }

  private static void keepOnTheWay(
      String sealed, Duration life, SignInAddresses addresses, HttpServletResponse response) {
    response.addHeader(
        "Set-Cookie",
        SessionCookie.header(
            addresses.cookie(), sealed, addresses.cookiePath(), life, addresses.secure()));
  }

  private static void seeOther(HttpServletResponse response, String location) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", location);
  }
}
