package dev.accepted.http.header;

/** {@code Repr-Digest} (RFC 9530): a structured-field dictionary with one member. */
public final class ReprDigest {

  /** The header's name. */
  public static final String NAME = "Repr-Digest";

  private ReprDigest() {}

  /** The header's value, from a SHA-256 in base64. */
  public static String of(String sha256) {
    return "sha-256=:" + sha256 + ':';
  }
}
