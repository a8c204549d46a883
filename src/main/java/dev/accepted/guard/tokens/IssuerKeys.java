package dev.accepted.guard.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer. They are fetched by a pass, ahead of the requests that need them: no
 * request waits. While the issuer is down, what is known goes on.
 */
final class IssuerKeys {

  /** Between two looks as a rule. */
  static final Duration REGULAR = Duration.ofMinutes(10);

  /** Between two that tokens with unknown keys ask for. */
  static final Duration ASKED = Duration.ofSeconds(30);

  /** After one that failed. */
  static final Duration FAILED = Duration.ofSeconds(5);

  /** How long keys count that the issuer doesn't confirm. */
  static final Duration USABLE = Duration.ofHours(24);

  private static final Logger LOG = System.getLogger(IssuerKeys.class.getName());

  private final IssuerDocuments documents;
  private final Clock clock;
  private final Runnable changed;
  private final IssuerWatch watch;
  private volatile @Nullable Known known;
  private volatile boolean wanted;
  private volatile boolean failing;
  private volatile Instant lookedAt = Instant.MIN;

  /**
   * Nothing is known yet.
   *
   * @param changed called when they are others than before
   */
  IssuerKeys(IssuerDocuments documents, Clock clock, Runnable changed, IssuerWatch watch) {
    this.documents = documents;
    this.clock = clock;
    this.changed = changed;
    this.watch = watch;
  }

  private record Known(Published published, Instant readAt) {}

  /**
   * What is known.
   *
   * @throws IssuerUnavailable if nothing is
   */
  JWKSet current() {
    return published().keys();
  }

  /**
   * The same with its addresses.
   *
   * @throws IssuerUnavailable if nothing is known
   */
  Published published() {
    Known now = known;
    if (now == null || !clock.instant().isBefore(now.readAt().plus(USABLE))) {
      throw new IssuerUnavailable();
    }
    return now.published();
  }

  /**
   * A token names a key that isn't among them: they may have changed. If they were looked at a
   * moment ago, they haven't.
   *
   * @throws IssuerUnavailable if that is still to be found out
   */
  void missing() {
    if (failing || !clock.instant().isBefore(lookedAt.plus(ASKED))) {
      wanted = true;
      throw new IssuerUnavailable();
    }
  }

  /**
   * What is known after another look, if the last one was not a moment ago. Takes ten seconds at
   * most, and as long again if a look is under way.
   *
   * @throws IssuerUnavailable if nothing is
   */
  JWKSet afterAnotherLook() {
    wanted = true;
    runOnce();
    return current();
  }

  /**
   * Fetches them if it is time to; tells whether it did. Takes ten seconds at most. A pass and
   * those who sign in may come at once: the later ones find that it was done.
   */
  synchronized boolean runOnce() {
    Instant now = clock.instant();
    if (!lookedAt.equals(Instant.MIN) && now.isBefore(lookedAt.plus(pause()))) {
      return false;
    }
    wanted = false;
    try {
      Published read = documents.read();
      JWKSet keys = read.keys();
      Known before = known;
      known = new Known(read, now);
      if (failing || before == null) {
        LOG.log(Level.INFO, "The issuer has {0} keys", keys.size());
      }
      failing = false;
      if (before != null && !before.published().keys().toString().equals(keys.toString())) {
        changed.run();
      }
    } catch (IOException down) {
      boolean again = failing;
      failing = true;
      watch.isDown(down, again);
    } finally {
      lookedAt = clock.instant(); // those who have waited meanwhile don't need another
    }
    return true;
  }

  private Duration pause() {
    if (failing) {
      return FAILED;
    }
    return wanted ? ASKED : REGULAR;
  }
}
