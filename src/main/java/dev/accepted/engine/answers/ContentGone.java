package dev.accepted.engine.answers;

/**
 * A job was there when it was looked at, and was expired or removed before its content was read.
 */
public final class ContentGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Lookup lookup;

  /** The content is gone, with its job. */
  public ContentGone(Lookup lookup) {
    super("the job went while its content was about to be read", null, false, false);
    this.lookup = lookup;
  }

  /** What there is in its place: a tombstone, or nothing. */
  public Lookup lookup() {
    return lookup;
  }
}
