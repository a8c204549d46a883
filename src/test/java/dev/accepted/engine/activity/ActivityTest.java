package dev.accepted.engine.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.accepted.engine.activity.Activity.Span;
import dev.accepted.store.ActivityMinute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:07:30Z");

  private static Histogram histogram(LongStream millis) {
    Histogram histogram = new Histogram();
    millis.forEach(histogram::add);
    return histogram;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 50, 999, 1_000, 61_234, 3_600_000, 86_400_000, 2_592_000_000L})
  void aDurationIsReadOffWithinATenth(long millis) {
    double read = histogram(LongStream.of(millis)).quantile(Point.MEDIAN);

    assertThat(read * 1_000).isCloseTo((double) millis, within((double) millis * 0.1));
  }

  @Test
  void quantilesAreThoseOfWhatWasSeen() {
    Histogram hundred = histogram(LongStream.rangeClosed(1, 100).map(i -> i * 100));

    assertThat(hundred.quantile(Point.MEDIAN)).isCloseTo(5, within(0.5));
    assertThat(hundred.quantile(Point.NEARLY_ALL)).isCloseTo(9.5, within(0.95));
    assertThat(histogram(LongStream.of(0)).quantile(Point.MEDIAN)).isZero();
    assertThat(histogram(LongStream.of(-5)).quantile(Point.MEDIAN)).isZero();
    assertThat(new Histogram().quantile(Point.MEDIAN)).isNaN();
    assertThat(histogram(LongStream.of(Long.MAX_VALUE)).quantile(Point.MEDIAN))
        .isGreaterThan((double) Duration.ofDays(30).toSeconds());
  }

  @Test
  void aHistogramComesBackFromItsText() {
    Histogram seen = histogram(LongStream.of(0, 0, 5, 70, 70_000));
    String text = seen.text();

    assertThat(Histogram.parse(text).text()).isEqualTo(text);
    assertThat(Histogram.parse("").text()).isEmpty();
    for (String broken : List.of("x", "1", "1:2:3", "128:1", "-1:1", "1:", ",")) {
      assertThatThrownBy(() -> Histogram.parse(broken))
          .as(broken)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theTextOfWhateverWasSeenFitsIntoItsColumn() {
    Histogram all = histogram(LongStream.range(0, 64).map(bit -> 1L << bit));
    LongStream.range(0, 63)
        .flatMap(bit -> LongStream.range(0, 8).map(part -> (1L << bit) + (part << bit) / 8))
        .forEach(all::add);

    // With counts of up to twelve figures.
    assertThat(all.text().length() + 128 * 11).isLessThan(4_000);
  }

  @Test
  void minutesOfAllNodesAddUpToSteps() {
    Instant minute = Instant.parse("2026-03-01T10:07:00Z");
    Activity hour =
        Activity.of(
            Span.HOUR,
            NOW,
            List.of(
                minute(minute, "report", 1, 2_000),
                minute(minute, "report", 2, 4_000),
                minute(minute, "import", 5, 100),
                minute(minute.minusSeconds(59 * 60), "import", 7, 100),
                minute(minute.minusSeconds(60 * 60), "import", 9, 100),
                minute(minute.plusSeconds(60), "import", 9, 100)));

    assertThat(hour.from()).isEqualTo("2026-03-01T09:08:00Z");
    assertThat(hour.step()).isEqualTo(Duration.ofMinutes(1));
    assertThat(hour.all()).hasSize(60);
    assertThat(hour.all().get(59).submitted()).isEqualTo(8);
    assertThat(hour.all().get(0).submitted()).isEqualTo(7);
    assertThat(hour.all().stream().mapToLong(Point::submitted).sum()).isEqualTo(15);
    assertThat(hour.types()).containsOnlyKeys("import", "report");
    Point report = hour.types().get("report").get(59);
    assertThat(report.submitted()).isEqualTo(3);
    assertThat(report.durationMedian()).isCloseTo(2, within(0.2));
    assertThat(report.durationMost()).isCloseTo(4, within(0.4));
    assertThat(report.waitMedian()).isNaN();
  }

  @Test
  void aDayHasStepsOfTenMinutes() {
    Activity day =
        Activity.of(
            Span.DAY,
            NOW,
            List.of(
                minute(Instant.parse("2026-03-01T10:01:00Z"), "report", 1, 10),
                minute(Instant.parse("2026-03-01T10:07:00Z"), "report", 1, 10),
                minute(Instant.parse("2026-02-28T10:10:00Z"), "report", 1, 10)));

    assertThat(day.from()).isEqualTo("2026-02-28T10:10:00Z");
    assertThat(day.all()).hasSize(144);
    assertThat(day.all().get(143).submitted()).isEqualTo(2);
    assertThat(day.all().get(0).submitted()).isEqualTo(1);
  }

  private static ActivityMinute minute(Instant at, String type, long submitted, long millis) {
    return new ActivityMinute(
        at, type, submitted, 0, 0, 0, "", histogram(LongStream.of(millis)).text());
  }
}
