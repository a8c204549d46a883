package dev.accepted.guard.sessions;

/**
 * A way to an issuer that someone was sent on, and has yet to come back from.
 *
 * @param state comes back with them: it was this browser that was sent (RFC 6749, section 10.12)
 * @param nonce comes back in the token: it was made for this way (OpenID Connect Core 1.0, section
 *     3.1.2.1)
 * @param verifier proves that who was sent asks for the token, too (RFC 7636)
 * @param target the page they wanted, a path of this server's
 */
public record Attempt(String state, String nonce, String verifier, String target) {

  /** Nothing of it is for logs. */
  @Override
  public String toString() {
    return "Attempt";
  }
}
