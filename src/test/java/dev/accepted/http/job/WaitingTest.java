package dev.accepted.http.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.events.JobEvents;
import dev.accepted.job.Job;
import dev.accepted.job.JobEvent;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.Submission;
import dev.accepted.metrics.WaitingRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private final JobEvents events = new JobEvents(Runnable::run);
  private final HeldResponse response = new HeldResponse();
  private final WaitingRequests requests = new WaitingRequests();
  private final AtomicInteger looks = new AtomicInteger();
  private final Job job =
      Job.accepted(
          new JobId(UUID.randomUUID()),
          new Submission(
              "me",
              "report",
              Instant.EPOCH,
              null,
              new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(7), 3, Map.of())));

  private Optional<String> news = Optional.empty();

  @Test
  void whatIsThereIsAnsweredAtOnce() {
    news = Optional.of("there");
    hold();

    assertThat(response.answer()).isEqualTo("there");
    assertNobodyListens();
  }

  @Test
  void whatComesIsAnsweredThen() {
    hold();
    change();
    assertThat(response.answer()).isNull();
    assertThat(requests.count()).isOne();
    news = Optional.of("came");
    change();

    assertThat(response.answer()).isEqualTo("came");
    assertNobodyListens();
  }

  @Test
  void whatComesWhileLookingIsNotMissed() {
    hold(
        () -> {
          Optional<String> seen = news;
          if (looks.incrementAndGet() == 1) {
            news = Optional.of("just now");
            change();
          }
          return seen;
        });

    assertThat(response.answer()).isEqualTo("just now");
    assertNobodyListens();
  }

  @Test
  void timeRunsOut() {
    hold();
    assertThat(response.timeoutMillis()).isEqualTo(5000);
    response.timeOut();

    assertThat(response.answer()).isEqualTo("late");
    assertNobodyListens();
  }

  @Test
  void aProblemIsAnAnswer() {
    IllegalStateException gone = new IllegalStateException("gone");
    hold(
        () -> {
          throw gone;
        });

    assertThat(response.answer()).isSameAs(gone);
    assertNobodyListens();
  }

  @Test
  void whatWasAnsweredIsToldOnceAndNoProblemIs() {
    List<String> given = new ArrayList<>();
    Waiting waiting = new Waiting(events, requests);
    waiting.hold(response, job.id(), Duration.ofSeconds(5), () -> news, () -> "late", given::add);
    assertThat(given).isEmpty();
    news = Optional.of("came");
    change();
    change();
    response.timeOut();
    assertThat(given).containsExactly("came");

    waiting.hold(
        new HeldResponse(),
        job.id(),
        Duration.ofSeconds(5),
        () -> {
          throw new IllegalStateException("gone");
        },
        () -> "late",
        given::add);
    assertThat(given).containsExactly("came");
  }

  private void hold() {
    hold(
        () -> {
          looks.incrementAndGet();
          return news;
        });
  }

  private void hold(Supplier<Optional<String>> look) {
    new Waiting(events, requests)
        .hold(response, job.id(), Duration.ofSeconds(5), look, () -> "late");
  }

  private void change() {
    events.publish(new JobEvent(JobEvent.Kind.PROGRESS, job));
  }

  private void assertNobodyListens() {
    int before = looks.get();
    change();
    assertThat(looks).hasValue(before);
    assertThat(requests.count()).isZero();
  }
}
