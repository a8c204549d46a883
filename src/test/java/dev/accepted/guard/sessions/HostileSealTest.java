package dev.accepted.guard.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.accepted.job.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What anybody may send in place of what was sealed opens nothing, and ends nothing but itself. */
class HostileSealTest {

  private static final String PURPOSE = "session";
  private static final long SEED = 20_261_129;
  private static final int MUTATIONS = 6_000;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_..=+/ \n\u0000\u00e9\ud83d";

  private final SettableClock clock = new SettableClock();
  private final Seal seal = new Seal(new byte[32], clock);
  private final String good =
      seal.seal(PURPOSE, Map.of("name", "alice"), clock.instant().plus(Duration.ofHours(8)));

  private void isNothing(String sent) {
    assertThatCode(() -> assertThat(seal.open(PURPOSE, sent)).isEmpty())
        .as("sent: %s", sent.length() > 400 ? sent.substring(0, 400) : sent)
        .doesNotThrowAnyException();
  }

  static Stream<String> headers() {
    return Stream.of(
        "",
        "{",
        "{}",
        "[]",
        "null",
        "7",
        "\"text\"",
        "not JSON",
        "\ufeff{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"none\"}",
        "{\"alg\":\"none\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"dir\"}",
        "{\"alg\":\"dir\",\"enc\":null}",
        "{\"alg\":\"dir\",\"enc\":\"\"}",
        "{\"alg\":\"dir\",\"enc\":\"none\"}",
        "{\"alg\":\"dir\",\"enc\":7}",
        "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256CBC-HS512\"}",
        "{\"enc\":\"A256GCM\"}",
        "{\"alg\":null,\"enc\":\"A256GCM\"}",
        "{\"alg\":7,\"enc\":\"A256GCM\"}",
        "{\"alg\":[\"dir\"],\"enc\":\"A256GCM\"}",
        "{\"alg\":\"HS256\"}",
        "{\"alg\":\"RSA1_5\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\",\"epk\":{\"kty\":\"EC\"}}",
        "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\",\"epk\":7}",
        "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2s\":\"AA\",\"p2c\":2147483647}",
        "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2s\":\"AA\",\"p2c\":1e999}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"p2c\":-1}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"p2c\":" + "9".repeat(100_000) + "}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"nothing\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":7}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[\"exp\"],\"exp\":1}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[]}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[null]}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[7,{}]}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":7}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":{}}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"jwk\":{\"kty\":\"?\"}}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"jku\":\"::not a url\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"x5u\":7}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"x5c\":[\"AA\",7,null]}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"typ\":7,\"cty\":[]}",
        "{\"alg\":\"dir\",\"alg\":\"none\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"n\":1e1000000000}",
        "{\"a\":".repeat(20_000),
        "[".repeat(20_000),
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"n\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"n\":\"" + "x".repeat(200_000) + "\"}");
  }

  @ParameterizedTest
  @MethodSource("headers")
  void noHeaderOpensAnything(String header) {
    String[] parts = good.split("\\.", -1);
    String encoded = encoded(header.getBytes(StandardCharsets.UTF_8));
    String rest = String.join(".", Arrays.asList(parts).subList(2, 5));

    isNothing(encoded + ".." + rest);
    isNothing(encoded + ".AAAA." + rest);
    isNothing(encoded + "....");
    isNothing(encoded + "..AA.AA.AA");
    isNothing(encoded + "." + rest);
    isNothing(encoded + ".");
    isNothing(encoded);
    isNothing(header + ".." + rest);
  }

  @Test
  void noNumberOfPartsDoes() {
    for (String sent :
        List.of(" ", ".", "..", "....", ".....", "..........", ".".repeat(100_000))) {
      isNothing(sent);
      isNothing(sent + good);
      isNothing(good + sent + "A");
    }
    isNothing("");
    isNothing(encoded(new byte[] {(byte) 0xff, (byte) 0xfe, 0}) + "....");
  }

  @Test
  void noPartIsTakenForAnother() {
    String[] parts = good.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      for (String instead :
          List.of("", "A", "AA", "AAAA", "A".repeat(100_000), "****", parts[0], parts[3], "é")) {
        String[] changed = parts.clone();
        changed[i] = instead;
        if (!Arrays.equals(changed, parts)) {
          isNothing(String.join(".", changed));
        }
      }
    }
  }

  /** Not even where a lenient decoder would find the same bytes. */
  @Test
  void oneIsSpeltInOneWayOnly() {
    for (String blank : List.of(" ", "\n", "=", "==", "*", "\u0000")) {
      isNothing(good + blank);
      isNothing(blank + good);
      isNothing(good.replace(".", blank + "."));
      isNothing(good.replace("..", "." + blank + "."));
    }
    for (int i = 0; i < LETTERS.length(); i++) {
      String other = good.substring(0, good.length() - 1) + LETTERS.charAt(i);
      if (!other.equals(good)) {
        isNothing(other);
      }
    }
  }

  @Test
  void whatChanceMakesOfItIsNothing() {
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      String mutated = good;
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        mutated = mutated(mutated, random);
      }
      if (!mutated.equals(good)) {
        isNothing(mutated);
      }
    }
    assertThat(seal.open(PURPOSE, good)).isPresent();
  }

  private static String mutated(String text, Random random) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
    String before = text.substring(0, at);
    String after = text.substring(at + 1);
    return switch (random.nextInt(6)) {
      case 0 -> before + letter + after;
      case 1 -> before + after;
      case 2 -> before + letter + text.substring(at);
      case 3 -> before;
      case 4 -> text.substring(at);
      default -> before + text.charAt(random.nextInt(text.length())) + after;
    };
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
