package dev.accepted.events;

/** The journal can't be read now; later it can. */
public final class JournalUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  JournalUnavailable(Throwable cause) {
    super("the journal can't be read now", cause);
  }
}
