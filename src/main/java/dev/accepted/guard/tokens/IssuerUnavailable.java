package dev.accepted.guard.tokens;

/** The keys that a token needs are not known now: it may count or not. Asking again helps. */
public final class IssuerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IssuerUnavailable() {
    super("the issuer's keys are not known now", null, false, false);
  }
}
