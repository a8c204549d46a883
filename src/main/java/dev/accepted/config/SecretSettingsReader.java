package dev.accepted.config;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the server's own secret. */
final class SecretSettingsReader {

  private static final int LEAST_BYTES = 32;

  /** What is made of hexadecimal digits only is taken for these, and not for base64. */
  private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})+");

  private final PropertyReader properties;

  SecretSettingsReader(PropertyReader properties) {
    this.properties = properties;
  }

  SecretSettings read() {
    return new SecretSettings(properties.secret("accepted.secret", SecretSettingsReader::hex));
  }

  private static String hex(String text) {
    String digits = HEX.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : hexOfBase64(text);
    if (digits.length() < 2 * LEAST_BYTES) {
      throw unusable();
    }
    return digits;
  }

  /** Of either alphabet (RFC 4648, sections 4 and 5). */
  private static String hexOfBase64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      return HexFormat.of().formatHex(bytes);
    } catch (IllegalArgumentException notBase64) {
      throw unusable();
    }
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException(
        "at least 32 bytes in hexadecimal digits or in base64 are needed");
  }
}
