package dev.accepted.http.header;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** Entity tags (RFC 9110, section 8.8.3), with their quotes. */
public final class EntityTags {

  private static final String ANY = "*";
  private static final String WEAK = "W/";

  private EntityTags() {}

  /** A strong tag of exactly these bytes. */
  public static String of(byte[] representation) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(representation);
      return quote(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("every Java platform has SHA-256", broken);
    }
  }

  /** A strong tag from a text that stands for the bytes, such as their digest. */
  public static String quote(String opaque) {
    return '"' + opaque + '"';
  }

  /**
   * Whether {@code If-None-Match} names the tag; a weak comparison, as that header asks for.
   *
   * @param lines all lines of the header; none means no
   */
  public static boolean weaklyListed(List<String> lines, String tag) {
    return !lines.isEmpty()
        && QuotedList.splitAll(lines, ',').stream()
            .anyMatch(listed -> listed.equals(ANY) || bare(listed).equals(bare(tag)));
  }

  /** Whether {@code If-Match} names the tag; a strong comparison, as that header asks for. */
  public static boolean stronglyListed(List<String> lines, String tag) {
    return QuotedList.splitAll(lines, ',').stream()
        .anyMatch(listed -> listed.equals(ANY) || same(listed, tag));
  }

  /** Whether {@code If-Match} is met by anything that is there. */
  public static boolean isAny(List<String> lines) {
    return QuotedList.splitAll(lines, ',').contains(ANY);
  }

  /** Strong comparison: two weak tags are never the same. */
  static boolean same(String one, String other) {
    return one.equals(other) && !one.startsWith(WEAK);
  }

  private static String bare(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
