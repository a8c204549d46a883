package dev.accepted.engine;

import dev.accepted.guard.secrets.ServerSecret;
import dev.accepted.guard.sessions.Sessions;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/** What browsers keep for those who have signed in, sealed with the key that all nodes share. */
public final class SessionService {

  /** So many may ask an issuer at once: each takes a thread that jobs could have. */
  private static final int MOST_ASKING = 8;

  private final Core core;
  private final ServerSecret secret;
  private final Sessions sessions;
  private final Semaphore asking = new Semaphore(MOST_ASKING);

  SessionService(Core core) {
    this.core = core;
    this.secret = OwnSecret.of(core.settings(), core.database());
    this.sessions = new Sessions(secret.derive("sessions"), core.clock());
  }

  /** What this server derives its keys from. */
  public ServerSecret secret() {
    return secret;
  }

  /** Seals and opens them. */
  public Sessions sessions() {
    return sessions;
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
