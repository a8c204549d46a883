package dev.accepted.guard.tokens;

/** The issuer doesn't vouch for them, or not in a way that counts here. The message is for logs. */
public final class SignInRefused extends Exception {

  private static final long serialVersionUID = 1L;

  SignInRefused(String why) {
    super(why);
  }

  SignInRefused(String why, Throwable cause) {
    super(why, cause);
  }
}
