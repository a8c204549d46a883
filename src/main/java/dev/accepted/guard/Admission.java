package dev.accepted.guard;

/**
 * Whether what has let a caller in still counts: a key may be revoked, a token, a session or a link
 * may end while an answer to it goes on.
 */
@FunctionalInterface
public interface Admission {

  /** That of whoever is let in for good: where nobody signs in. */
  Admission FOR_GOOD = () -> true;

  /**
   * Asks again. What can't be found out now ends nothing: it holds then. May wait for the store, so
   * not for a thread that others wait for.
   */
  boolean holds();
}
