package dev.accepted.guard.sessions;

import dev.accepted.guard.Caller;
import java.time.Instant;

/**
 * Someone who has signed in with a browser.
 *
 * @param bearer who
 * @param until when they have to sign in again
 */
public record Session(Bearer bearer, Instant until) {

  /** What makes known who it is. */
  public sealed interface Bearer {}

  /**
   * An API key, checked anew with each request: one that is revoked ends its sessions.
   *
   * @param key as it is sent
   */
  public record ByKey(String key) implements Bearer {

    /** It stays out of logs. */
    @Override
    public String toString() {
      return "ByKey";
    }
  }

  /**
   * Someone whom an issuer has vouched for. What it has said holds until the session's end.
   *
   * @param caller with the roles they had when they signed in
   */
  public record ByIssuer(Caller caller) implements Bearer {}
}
