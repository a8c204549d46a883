package dev.accepted.http.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of each code that IANA has registered, everything is known. */
class StatusCodesTest {

  /** Its registry but for 306, which is reserved and means nothing. */
  private static final List<Integer> REGISTERED =
      List.of(
              IntStream.rangeClosed(200, 208),
              IntStream.of(226),
              IntStream.rangeClosed(300, 305),
              IntStream.of(307, 308),
              IntStream.rangeClosed(400, 418),
              IntStream.rangeClosed(421, 426),
              IntStream.of(428, 429, 431, 451),
              IntStream.rangeClosed(500, 508),
              IntStream.of(510, 511))
          .stream()
          .flatMap(IntStream::boxed)
          .toList();

  static Stream<StatusCode> all() {
    return Stream.concat(StatusCodes.all().stream(), StatusCodes.informational().stream());
  }

  @Test
  void allAreThereAndNoOthers() {
    assertThat(StatusCodes.all()).extracting(StatusCode::code).isEqualTo(REGISTERED);
    assertThat(StatusCodes.informational())
        .extracting(StatusCode::code)
        .containsExactly(100, 101, 102, 103, 104);
    assertThat(StatusCodes.of(299)).isEmpty();
    assertThat(StatusCodes.of(100)).isEmpty();
    assertThat(StatusCodes.informational(100)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachIsExplained(StatusCode code) {
    assertThat(code.reason()).isNotBlank();
    assertThat(code.description()).matches("[A-Z].{20,}\\.");
    assertThat(code.specification()).matches("(RFC [0-9]{4}, sections? [0-9.]+.*|draft-[a-z-]+)");
    assertThat(code.reference())
        .matches(
            "https://(www\\.rfc-editor\\.org/rfc/rfc[0-9]{4}#section-[0-9]+(\\.[0-9]+)*"
                + "|datatracker\\.ietf\\.org/doc/draft-[a-z-]+/)");
    assertThat(code.mistakes()).isNotEmpty().allMatch(mistake -> mistake.matches("(?s).{10,}\\."));
    assertThat(code.headers())
        .allSatisfy(
            header -> {
              assertThat(header.name()).matches("[A-Za-z-]+");
              assertThat(header.value()).isNotBlank();
              assertThat(header.example()).isNotBlank().doesNotContain("{", "}");
              assertThat(header.why()).isNotBlank();
            });
  }

  /** What RFC 9110 and its companions say that the answer has to have, or to do without. */
  @ParameterizedTest
  @CsvSource({
    "201, Location",
    "202, Location",
    "202, Retry-After",
    "205, Content-Length",
    "206, Content-Range",
    "226, IM",
    "300, Location",
    "301, Location",
    "302, Location",
    "303, Location",
    "304, ETag",
    "305, Location",
    "307, Location",
    "308, Location",
    "401, WWW-Authenticate",
    "405, Allow",
    "407, Proxy-Authenticate",
    "408, Connection",
    "413, Retry-After",
    "415, Accept",
    "415, Accept-Post",
    "415, Accept-Patch",
    "416, Content-Range",
    "426, Upgrade",
    "426, Connection",
    "429, Retry-After",
    "451, Link",
    "503, Retry-After"
  })
  void eachHasTheHeadersThatItNeeds(int code, String header) {
    assertThat(StatusCodes.of(code).orElseThrow().headers())
        .extracting(NeededHeader::name)
        .contains(header);
  }

  @Test
  void threeHaveNoBody() {
    assertThat(StatusCodes.all().stream().filter(code -> !code.body()))
        .extracting(StatusCode::code)
        .containsExactly(204, 205, 304);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET   | DELETE, OPTIONS, PATCH, POST, PUT",
        "HEAD  | DELETE, OPTIONS, PATCH, POST, PUT",
        "PATCH | DELETE, GET, HEAD, OPTIONS, POST, PUT"
      })
  void aRefusedMethodIsNotAmongThoseThatAreAllowed(String method, String others) {
    assertThat(Places.others(method)).isEqualTo(others);
  }
}
