package dev.accepted.guard;

/** What a credential is worth. */
public sealed interface Verdict {

  /** It was never given, is not readable, or counts no more. */
  Verdict INVALID = new Refused(false);

  /** Its time is over. */
  Verdict EXPIRED = new Refused(true);

  /** It counts: this is who calls. */
  record Known(Caller caller) implements Verdict {}

  /**
   * It doesn't count. More than this isn't told to whoever sent it.
   *
   * @param expired whether it would have counted before
   */
  record Refused(boolean expired) implements Verdict {}
}
