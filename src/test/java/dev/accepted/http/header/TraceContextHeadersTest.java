package dev.accepted.http.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.TraceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of W3C Trace Context, level 1, sections 3.2 and 3.3. */
class TraceContextHeadersTest {

  private static final String IDS = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";
  private static final String PARENT = "00-" + IDS + "-01";

  private static Optional<TraceContext> parse(String traceparent, String... tracestate) {
    return TraceContextHeaders.parse(List.of(traceparent), List.of(tracestate));
  }

  private static String state(String... lines) {
    return parse(PARENT, lines).orElseThrow().tracestate();
  }

  @Test
  void aTraceIsTakenAsItIs() {
    TraceContext trace = parse(" " + PARENT + "\t", "rojo=00f067aa0ba902b7").orElseThrow();

    assertThat(trace.traceparent()).isEqualTo(PARENT);
    assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(trace.tracestate()).isEqualTo("rojo=00f067aa0ba902b7");
  }

  @ParameterizedTest
  @CsvSource({
    "cc-IDS-01, 00-IDS-01",
    "cc-IDS-fe, 00-IDS-00",
    "cc-IDS-03-what-the-future-will-be-like, 00-IDS-01",
    "00-IDS-ff, 00-IDS-ff"
  })
  void ofALaterVersionWhatVersion00HasIsKept(String sent, String kept) {
    assertThat(parse(sent.replace("IDS", IDS)))
        .map(TraceContext::traceparent)
        .contains(kept.replace("IDS", IDS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-" + IDS,
        "00-" + IDS + "-0",
        "00-" + IDS + "-01-",
        "00-" + IDS + "-01-more",
        "00-" + IDS + "-0x",
        "cc-" + IDS + "-01.more",
        "ff-" + IDS + "-01",
        "0-" + IDS + "-01",
        "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
        "00-" + IDS + "-01\n00-" + IDS + "-01"
      })
  void whatIsInvalidIsIgnoredWithItsState(String traceparent) {
    assertThat(parse(traceparent, "a=1")).isEmpty();
  }

  @Test
  void twoParentsAreNone() {
    assertThat(TraceContextHeaders.parse(List.of(PARENT, PARENT), List.of())).isEmpty();
    assertThat(TraceContextHeaders.parse(List.of(), List.of("a=1"))).isEmpty();
  }

  @Test
  void linesOfTheStateAreOneList() {
    assertThat(state()).isNull();
    assertThat(state("")).isNull();
    assertThat(state("a=1, b=2 ,", "", "fw529a3039@dt=x y,0tenant@sys=3"))
        .isEqualTo("a=1,b=2,fw529a3039@dt=x y,0tenant@sys=3");
    assertThat(state(members(32))).isEqualTo(members(32));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a=", "=1", "A=1", "0a=1", "a=1=2", "a=\u00e9", "a@=1", "a=1,a=2", "a=x\ty"})
  void anInvalidStateIsIgnoredButNotItsParent(String tracestate) {
    assertThat(parse(PARENT, tracestate)).contains(new TraceContext(PARENT, null));
    assertThat(state(members(33))).isNull();
  }

  @Test
  void aLongStateIsShortened() {
    String whole = "x".repeat(120);
    String longest = "long=" + "x".repeat(200);
    String state = state(longest + ",a=" + whole + ",b=" + whole + ",c=" + whole + ",d=" + whole);

    assertThat(state).isEqualTo("a=" + whole + ",b=" + whole + ",c=" + whole + ",d=" + whole);
    assertThat(state("a=" + whole + ",b=" + whole, "c=" + whole + ",d=" + whole + ",e=" + whole))
        .hasSizeLessThanOrEqualTo(512)
        .endsWith("d=" + whole);
  }

  private static String members(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "k" + i + "=v")
        .collect(Collectors.joining(","));
  }
}
