package dev.accepted.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.events.Event;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an event's text is made of is the event and the URLs, and nothing else makes it anew. */
class RememberedTest {

  private static final Urls URLS = new Urls("http://here/api/");
  private static final long MOST_BYTES = 4096;

  private final Remembered<String> remembered = new Remembered<>(MOST_BYTES, String::length);
  private final Job queued =
      Job.accepted(
          new JobId(UUID.randomUUID()),
          new Submission(
              "me",
              "report",
              Instant.EPOCH,
              null,
              new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(7), 3, Map.of())));

  private int made;

  private Event event(long number, Job job) {
    return new Event(number, Kind.QUEUED, Instant.EPOCH, job, null);
  }

  private String text(Event event, Urls urls) {
    return remembered.of(event, urls, () -> "text " + ++made);
  }

  @Test
  void itIsMadeOnceForAllWhoAreToldIt() {
    String first = text(event(1, queued), URLS);
    assertThat(text(event(1, queued), new Urls(URLS.api()))).isSameAs(first);
    assertThat(made).isOne();
  }

  /** The slower streams still tell what the quicker ones have left behind. */
  @Test
  void aJobsNextEventLeavesTheOneBefore() {
    String first = text(event(1, queued), URLS);
    text(event(2, queued.started(Instant.EPOCH)), URLS);
    assertThat(text(event(1, queued), URLS)).isSameAs(first);
  }

  @Test
  void whoSeesOtherUrlsGetsHisOwn() {
    String first = text(event(1, queued), URLS);
    assertThat(text(event(1, queued), new Urls("http://there/api/"))).isNotEqualTo(first);
    assertThat(text(event(1, queued), URLS)).isSameAs(first);
  }

  /** How a job stands is told with the number of an event that it wasn't part of. */
  @Test
  void twoStatesWithOneNumberAreNotTakenForEachOther() {
    String first = text(event(1, queued), URLS);
    assertThat(text(event(1, queued.started(Instant.EPOCH)), URLS)).isNotEqualTo(first);
  }

  @Test
  void noMoreIsKeptThanIsAllowed() {
    for (long number = 1; number <= MOST_BYTES; number++) {
      text(event(number, queued), URLS);
    }
    made = 0;
    for (long number = 1; number <= MOST_BYTES; number++) {
      text(event(number, queued), URLS);
    }
    assertThat(made).isGreaterThan((int) MOST_BYTES / 2);
  }
}
