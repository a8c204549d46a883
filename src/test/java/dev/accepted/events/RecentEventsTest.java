package dev.accepted.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.LogLine;
import dev.accepted.job.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events that were told lately are all there, up to a limit, or it is said that they aren't. */
class RecentEventsTest {

  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
  private static final Job ONE = job();
  private static final Job OTHER = job();
  private static final Topic ALL = new Topic.AllJobs();

  private final RecentEvents recent = new RecentEvents(10);

  private static Job job() {
    return Job.accepted(
        new JobId(UUID.randomUUID()),
        new Submission(
            "somebody",
            "noop",
            NOW,
            null,
            new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(7), 3, Map.of())));
  }

  private static Event event(long number, Job job) {
    return new Event(number, Kind.STARTED, NOW, job, null);
  }

  private static Event line(long number, int length) {
    return new Event(number, Kind.LOG, NOW, ONE, new LogLine(number, 1, NOW, "x".repeat(length)));
  }

  private static List<Long> numbers(RecentEvents.Page page) {
    return page.events().stream().map(Event::number).toList();
  }

  @Test
  void whatWasToldIsReadInOrderFromAnyNumberOn() {
    for (long number = 11; number <= 20; number++) {
      recent.add(List.of(event(number, ONE)));
    }

    assertThat(numbers(recent.read(ALL, 10, 20, 100).orElseThrow()))
        .containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
    assertThat(numbers(recent.read(ALL, 13, 15, 100).orElseThrow())).containsExactly(14L, 15L);
    RecentEvents.Page some = recent.read(ALL, 10, 20, 3).orElseThrow();
    assertThat(numbers(some)).containsExactly(11L, 12L, 13L);
    assertThat(some.upTo()).isEqualTo(13);
  }

  @Test
  void whatWasNotToldYetIsReadElsewhere() {
    assertThat(recent.read(ALL, 10, 11, 100)).isEmpty();
    recent.add(List.of(event(11, ONE)));

    assertThat(recent.read(ALL, 10, 25, 100).orElseThrow().upTo()).isEqualTo(11);
    assertThat(recent.read(ALL, 11, 25, 100)).isEmpty();
  }

  @Test
  void aTopicHasItsOwnOnly() {
    recent.add(List.of(event(11, ONE)));
    recent.add(List.of(event(12, OTHER)));
    recent.add(List.of(event(13, ONE)));

    RecentEvents.Page page = recent.read(new Topic.OneJob(OTHER.id()), 10, 13, 1).orElseThrow();

    assertThat(numbers(page)).containsExactly(12L);
    assertThat(page.upTo()).isEqualTo(12);
  }

  @Test
  void whoWasCutOffWithinAnEntryGetsTheRestOfIt() {
    recent.add(List.of(line(11, 1), line(12, 1), line(13, 1)));

    RecentEvents.Page page = recent.read(ALL, 11, 13, 1).orElseThrow();

    assertThat(numbers(page)).containsExactly(12L, 13L);
    assertThat(page.upTo()).isEqualTo(13);
  }

  @Test
  void whatMayBeMissingIsNotRead() {
    recent.add(List.of(event(11, ONE)));
    assertThat(recent.read(ALL, 9, 11, 100)).isEmpty();
    assertThat(recent.read(ALL, 10, 11, 100)).isPresent();

    recent.skipTo(30);
    recent.add(List.of(event(31, ONE)));

    assertThat(recent.read(ALL, 29, 31, 100)).isEmpty();
    assertThat(numbers(recent.read(ALL, 30, 31, 100).orElseThrow())).containsExactly(31L);
  }

  @Test
  void theOldestGoWhenTheyTakeTooMuch() {
    IntStream.rangeClosed(11, 110).forEach(n -> recent.add(List.of(line(n, 100_000))));

    assertThat(recent.read(ALL, 10, 110, 1_000)).isEmpty();
    List<Long> left = numbers(recent.read(ALL, 80, 110, 1_000).orElseThrow());
    assertThat(left).hasSize(30).endsWith(110L);
  }
}
