package dev.accepted.content;

/** More bytes than are allowed. */
public final class TooLarge extends Exception {

  private static final long serialVersionUID = 1L;

  private final long limit;

  TooLarge(long limit) {
    super("longer than " + limit + " bytes");
    this.limit = limit;
  }

  /** The most that is allowed, in bytes. */
  public long limit() {
    return limit;
  }
}
