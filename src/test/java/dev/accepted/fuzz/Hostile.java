package dev.accepted.fuzz;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** What is sent to break things. URLs in it lead to this machine at the most. */
final class Hostile {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "a\r\nSet-Cookie: x=y",
          "../../../../etc/passwd",
          "..%2f..%2fetc%2fpasswd",
          "%00",
          "<script>alert(1)</script>",
          "'; drop table job; --",
          "=1+1",
          "\u202Egnp.exe",
          "\uD83D\uDE00",
          "\uFEFF",
          "NaN",
          "null",
          "-1",
          "99999999999999999999",
          "${jndi:ldap://127.0.0.1:1/x}",
          "{{7*7}}",
          "*",
          "\"",
          "a:b:c",
          "W/\"x\"",
          "bytes=0-,5-",
          "\u00E9\u4E2D");

  private static final List<String> URLS =
      List.of(
          "http://127.0.0.1:1/",
          "http://localhost:1/hook?x=1",
          "http://[::1]:1/",
          "http://127.0.0.1:99999/",
          "https://127.0.0.1:1/",
          "file:///etc/passwd",
          "gopher://127.0.0.1:1/",
          "http://u:p@127.0.0.1:1/",
          "http://0x7f000001:1/",
          "http:///",
          "//127.0.0.1:1/",
          "");

  private static final List<String> TIMES =
      List.of(
          "2030-01-01T00:00:00Z",
          "2026-11-28T00:00:00.123456789+14:00",
          "0000-00-00T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "2026-02-30T00:00:00Z",
          "yesterday");

  private static final List<String> DURATIONS =
      List.of("PT0S", "PT0.05S", "PT1S", "P1D", "-PT1S", "PT9999999999999H", "P1Y", "PT", "1s");

  private final Random random;

  Hostile(Random random) {
    this.random = random;
  }

  /** A text of that format, or of none; right, wrong or strange. */
  String text(String format) {
    return switch (format) {
      case "uri" -> any(URLS);
      case "date-time" -> any(TIMES);
      case "duration" -> any(DURATIONS);
      default -> plain();
    };
  }

  private String plain() {
    return switch (random.nextInt(6)) {
      case 0 -> any(TEXTS);
      case 1 -> noise(1 + random.nextInt(40));
      case 2 -> any(TEXTS) + any(TEXTS);
      case 3 -> random.nextInt(20) == 0 ? "x".repeat(random.nextInt(70_000)) : "x".repeat(300);
      default -> "word" + random.nextInt(50);
    };
  }

  /** Characters of all planes, halves of pairs left out: those can't be sent. */
  String noise(int length) {
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < length; place++) {
      int character = random.nextBoolean() ? random.nextInt(0x100) : random.nextInt(0x10FFFF);
      boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
      text.appendCodePoint(half ? '?' : character);
    }
    return text.toString();
  }

  /** JSON that nobody has asked for. */
  JsonValue json() {
    return switch (random.nextInt(12)) {
      case 0 -> JsonValue.NULL;
      case 1 -> JsonValue.TRUE;
      case 2 -> Json.createValue(Long.MIN_VALUE);
      case 3 -> Json.createValue(new BigDecimal("1e99"));
      case 4 -> Json.createValue(-0.5);
      case 5 -> JsonValue.EMPTY_JSON_ARRAY;
      case 6 -> JsonValue.EMPTY_JSON_OBJECT;
      case 7 -> nested(1 + random.nextInt(40));
      default -> Json.createValue(plain());
    };
  }

  private static JsonValue nested(int depth) {
    JsonValue value = JsonValue.NULL;
    for (int level = 0; level < depth; level++) {
      value =
          level % 2 == 0
              ? Json.createArrayBuilder().add(value).build()
              : Json.createObjectBuilder().add("a", value).build();
    }
    return value;
  }

  /** Text that looks like JSON, and mostly isn't. */
  String spoilt(String json) {
    return switch (random.nextInt(9)) {
      case 0 -> json.substring(0, random.nextInt(json.length() + 1));
      case 1 -> json + json;
      case 2 -> "[".repeat(1 + random.nextInt(60_000));
      case 3 -> "{\"a\":".repeat(1 + random.nextInt(10_000));
      case 4 -> json.replaceFirst("\\d+", "1e999999999");
      case 5 -> json.replace('"', '\'');
      case 6 -> "\uFEFF" + json;
      case 7 -> json.replaceFirst("\"(\\w+)\":", "\"$1\":1,\"$1\":");
      default -> noise(200);
    };
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
