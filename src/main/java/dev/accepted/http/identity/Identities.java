package dev.accepted.http.identity;

import dev.accepted.config.AuthSettings;
import dev.accepted.config.Settings;
import dev.accepted.engine.KeyService;
import dev.accepted.engine.SessionService;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.logging.Logfmt;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Verdict;
import dev.accepted.guard.keys.ApiKeys;
import dev.accepted.guard.sessions.Session;
import dev.accepted.guard.tokens.CodeFlow;
import dev.accepted.guard.tokens.IssuerUnavailable;
import dev.accepted.guard.tokens.Tokens;
import dev.accepted.http.job.Refusals;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Unauthorized;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Says whose a key or token is, by whichever way the settings allow. */
@ApplicationScoped
public class Identities {

  private static final Logger LOG = System.getLogger(Identities.class.getName());
  private static final int SOON = 2;

  @Inject Settings settings;
  @Inject KeyService keys;
  @Inject SessionService sessions;
  @Inject Clock clock;

  private Optional<Tokens> tokens = Optional.empty();

  @PostConstruct
  void open() {
    tokens = settings.auth().issuer().map(issuer -> new Tokens(issuer, clock, Identities::isDown));
  }

  private static void isDown(IOException why, boolean again) {
    LOG.log(
        again ? Level.DEBUG : Level.WARNING,
        new Logfmt().with("msg", "the issuer's keys can't be had").with("why", why).toString());
  }

  /** Whether there is an issuer whose tokens count. */
  boolean haveIssuer() {
    return tokens.isPresent();
  }

  /** Fetches the issuer's keys if it is time to. */
  void look() {
    tokens.ifPresent(Tokens::runOnce);
  }

  /** How people sign in to the pages with the issuer; empty if they don't. */
  public Optional<CodeFlow> codeFlow() {
    return tokens.flatMap(Tokens::codeFlow);
  }

  /**
   * Who has signed in with that browser; empty if nobody has, or not for so long.
   *
   * @param sealed what it keeps
   * @throws Problem 503 if that can't be found out now
   */
  Optional<KnownSession> session(String sealed) {
    try {
      return sessions
          .sessions()
          .opened(sealed)
          .flatMap(
              session -> bearer(session).map(caller -> new KnownSession(caller, session.until())));
    } catch (Refusal down) {
      throw Refusals.problem(down);
    }
  }

  /** Whether a session still counts; true if that can't be found out now. */
  boolean admitsSession(String cookie) {
    try {
      return session(cookie).isPresent();
    } catch (Problem unknown) {
      LOG.log(Level.DEBUG, "Whether a session still counts is not known now", unknown);
      return true;
    }
  }

  private Optional<Caller> bearer(Session session) {
    return session.bearer() instanceof Session.ByKey by
        ? known(verdict(by.key()))
        : issued((Session.ByIssuer) session.bearer());
  }

  private static Optional<Caller> known(Verdict verdict) {
    return verdict instanceof Verdict.Known known ? Optional.of(known.caller()) : Optional.empty();
  }

  /** Those of an issuer that is asked no more have ended. */
  private Optional<Caller> issued(Session.ByIssuer by) {
    return codeFlow().map(still -> by.caller());
  }

  /**
   * Who sends this.
   *
   * @throws Problem 401 if it doesn't count, 503 if that can't be found out now
   */
  public Caller caller(String credential) {
    try {
      Verdict verdict = verdict(credential);
      if (verdict instanceof Verdict.Refused refused) {
        throw Unauthorized.of(refused);
      }
      return ((Verdict.Known) verdict).caller();
    } catch (Refusal down) {
      throw Refusals.problem(down);
    } catch (IssuerUnavailable unknown) {
      throw Problem.later(
          ProblemType.ISSUER_UNAVAILABLE,
          "Whether this token counts is not known yet: its issuer has to be asked.",
          SOON);
    }
  }

  /** Whether a key or token still counts; true if that can't be found out now. */
  boolean admits(String credential) {
    try {
      return verdict(credential) instanceof Verdict.Known;
    } catch (Refusal | IssuerUnavailable unknown) {
      LOG.log(Level.DEBUG, "Whether a credential still counts is not known now", unknown);
      return true;
    }
  }

  private Verdict verdict(String credential) {
    AuthSettings auth = settings.auth();
    if (ApiKeys.isMeant(credential)) {
      return auth.keys() ? keys.verdict(credential) : Verdict.INVALID;
    }
    return tokens.map(known -> known.verdict(credential)).orElse(Verdict.INVALID);
  }
}
