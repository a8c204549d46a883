package dev.accepted.engine;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.guard.sessions.Attempt;
import dev.accepted.guard.sessions.Session;
import dev.accepted.guard.sessions.Sessions;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** What browsers keep for those who have signed in, sealed with the key that all nodes share. */
public final class SessionService {

  /** So many may ask an issuer at once: each takes a thread that jobs could have. */
  private static final int MOST_ASKING = 8;

  private final Core core;
  private final SecretService secrets;
  private final Semaphore asking = new Semaphore(MOST_ASKING);
  private volatile @Nullable Sessions sessions;

  SessionService(Core core, SecretService secrets) {
    this.core = core;
    this.secrets = secrets;
  }

  /**
   * What a browser is to keep.
   *
   * @throws Refusal.StoreDown if the key isn't known yet, and the store can't be asked
   */
  public String sealed(Session session) {
    return sessions().sealed(session);
  }

  /**
   * What it was that a browser has kept; empty if it doesn't count, or no more.
   *
   * @throws Refusal.StoreDown as above
   */
  public Optional<Session> opened(String sealed) {
    return sessions().opened(sealed);
  }

  /**
   * What a browser is to keep of somebody who was sent elsewhere to sign in.
   *
   * @throws Refusal.StoreDown as above
   */
  public String sealed(Attempt attempt, Instant until) {
    return sessions().sealed(attempt, until);
  }

  /**
   * What it was; empty if it doesn't count, or no more.
   *
   * @throws Refusal.StoreDown as above
   */
  public Optional<Attempt> attempt(String sealed) {
    return sessions().attempt(sealed);
  }

  private Sessions sessions() {
    Sessions known = sessions;
    if (known == null) {
      known = new Sessions(secrets.secret().derive("sessions"), core.clock());
      sessions = known;
    }
    return known;
  }

  /**
   * Asks an issuer, which may take some seconds, on a thread that no request waits for.
   *
   * @throws RejectedExecutionException if too many do already
   */
  public <T> CompletionStage<T> ask(Callable<T> question) {
    if (!asking.tryAcquire()) {
      throw new RejectedExecutionException("too many ask an issuer at once");
    }
    boolean started = false;
    try {
      CompletableFuture<T> answer =
          CompletableFuture.supplyAsync(() -> answered(question), core.executor());
      started = true;
      return answer.whenComplete((given, failure) -> asking.release());
    } finally {
      if (!started) {
        asking.release();
      }
    }
  }

  private static <T> T answered(Callable<T> question) {
    try {
      return question.call();
    } catch (Exception failed) {
      throw new CompletionException(failed);
    }
  }
}
