package dev.accepted.http.wire;

/** A whole body, in memory; {@link DocumentWriter} writes it. */
public final class Document {

  private final byte[] bytes;

  /**
   * @param bytes not to be changed any more
   */
  public Document(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** In bytes. */
  public int length() {
    return bytes.length;
  }
}
