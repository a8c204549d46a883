package dev.accepted.types.inspections.dialogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps secrets out of what is told: values of headers that hold them, of query parameters and
 * members whose names say so, and, wherever they turn up again, the secrets that were sent.
 */
public final class Redaction {

  private static final String HIDDEN = "[redacted]";
  private static final int SHORTEST = 6;
  private static final String BASIC = "Basic ";

  private static final Set<String> HARMLESS =
      Set.of("idempotency-key", "access-control-allow-headers");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "authori[sz]ation|cookie|token|secret|passw|signature|credential|session|api-?key|(^|-)key$|(^|-)auth($|-)");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)((?:^|[?&\\s])(?:code|sig|signature|access|key|[a-z_-]{0,40}(?:token|secret|password|api_?key))=)[^&\\s\"'<>#]+");

  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)(\"[^\"]{0,40}(?:token|secret|password|api_?key)\"\\s{0,9}:\\s{0,9}\")[^\"]{1,4096}\"");

  private final List<String> secrets;

  /** What hides the secrets among the headers that go with each request. */
  public Redaction(Headers sent) {
    secrets =
        sent.lines().stream()
            .filter(line -> isSecret(line.name()))
            .flatMap(line -> forms(line.value()))
            .filter(value -> value.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** What it may turn up as: without its scheme, cookies one by one, credentials decoded. */
  private static Stream<String> forms(String value) {
    String bare = value.substring(value.indexOf(' ') + 1);
    return Stream.of(
            Stream.of(value, bare),
            Arrays.stream(value.split(";", -1)).map(part -> part.substring(part.indexOf('=') + 1)),
            value.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? decoded(bare)
                : Stream.<String>empty())
        .flatMap(Function.identity())
        .flatMap(form -> Stream.of(form, URLEncoder.encode(form, StandardCharsets.UTF_8)));
  }

  /** User and password together, and the password alone (RFC 7617). */
  private static Stream<String> decoded(String credentials) {
    try {
      String both =
          new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
      return Stream.of(both, both.substring(both.indexOf(':') + 1));
    } catch (IllegalArgumentException notBase64) {
      return Stream.empty();
    }
  }

  /** A header's value, as it may be told. */
  public String value(Header line) {
    return isSecret(line.name()) ? HIDDEN : text(line.value());
  }

  /** Any other text, as it may be told. */
  public String text(String text) {
    String told = text;
    for (String secret : secrets) {
      told = told.replace(secret, HIDDEN);
    }
    told = PARAMETER.matcher(told).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
    return MEMBER.matcher(told).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN) + '"');
  }

  private static boolean isSecret(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return !HARMLESS.contains(name) && SECRET_NAME.matcher(name).find();
  }
}
