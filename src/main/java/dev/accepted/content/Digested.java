package dev.accepted.content;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Counts and digests what is written through it. */
class Digested extends FilterOutputStream {

  private final MessageDigest digest = sha256();
  private long length;

  Digested(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int octet) throws IOException {
    out.write(octet);
    digest.update((byte) octet);
    length++;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    digest.update(bytes, offset, count);
    length += count;
  }

  /** Bytes so far. */
  long length() {
    return length;
  }

  /** The SHA-256 of all that was written, in base64; to be asked once, at the end. */
  String sha256Base64() {
    return Base64.getEncoder().encodeToString(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
