package dev.accepted.http.exchange.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.exchange.log.Question.Kind;
import dev.accepted.http.exchange.log.Question.Resource;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.SettableClock;
import dev.accepted.job.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExchangeLogTest {

  private static final Client CLIENT = new Client(Visitor.caller("me"), ClientStyle.JAVA);
  private static final Question ASKED = new Question(Resource.STATUS, Kind.POLL, false);
  private static final Map<String, String> HEADERS =
      Map.of("Location", "http://localhost/api/jobs/1", "Retry-After", "3");
  private static final long SMALL = 100_000;

  private final SettableClock clock = new SettableClock();
  private final ExchangeLog log = new ExchangeLog(clock, SMALL);

  private static JobId id() {
    return new JobId(UUID.randomUUID());
  }

  private Job accepted() {
    return Job.accepted(
        id(),
        new Submission(
            "me",
            "report",
            clock.instant(),
            null,
            new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(7), 3, Map.of())));
  }

  private void poll(JobId job) {
    log.add(job, CLIENT, ASKED, clock.millis(), 200, "2", false);
  }

  @Test
  void whatIsNotThereHasNotBeenSaidSinceTheStart() {
    clock.advance(Duration.ofHours(1));
    Said said = log.of(id());

    assertThat(said.since()).isEqualTo(SettableClock.START);
    assertThat(said.recent()).isEmpty();
    assertThat(said.submitted()).isNull();
  }

  @Test
  void jobsAreKeptApart() {
    JobId one = id();
    JobId two = id();
    poll(one);
    poll(one);
    poll(two);

    assertThat(log.of(one).totals().all()).isEqualTo(2);
    assertThat(log.of(two).totals().all()).isOne();
  }

  @Test
  void theAnswerToASubmissionIsKept() {
    long read = clock.millis();
    clock.advance(Duration.ofMillis(4));
    Job job = accepted();
    clock.advance(Duration.ofMillis(2));
    log.add(job, CLIENT, read, "/api/reports", 202, HEADERS);

    assertThat(log.of(job.id()).submitted())
        .isEqualTo(new Submitted(read, 6, "/api/reports", 202, HEADERS, 1, ClientStyle.JAVA));
  }

  @Test
  void whatComesAfterTheJobWasAcceptedIsARepetition() {
    Job job = accepted();
    clock.advance(Duration.ofMillis(1));
    log.add(job, CLIENT, clock.millis(), "/api/reports", 202, HEADERS);

    assertThat(log.of(job.id()).submitted()).isNull();
    assertThat(log.of(job.id()).repeated()).isOne();
  }

  @Test
  void thereIsRoomForSomeJobsAndWhatIsForgottenIsOwnedUpTo() {
    List<JobId> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      clock.advance(Duration.ofSeconds(1));
      all.add(id());
      poll(all.get(i));
    }

    List<Said> kept = all.stream().map(log::of).filter(said -> !said.recent().isEmpty()).toList();
    assertThat(kept).hasSizeBetween(10, 100);
    assertThat(log.of(id()).since()).isAfter(SettableClock.START.plusSeconds(900));
    // None says that it knows more than it does.
    assertThat(kept)
        .allSatisfy(
            said ->
                assertThat(said.since().toEpochMilli()).isLessThanOrEqualTo(said.totals().first()));
  }

  @Test
  void oneThatGrowsTakesTheRoomOfOthers() {
    JobId busy = id();
    List<JobId> others = IntStream.range(0, 80).mapToObj(i -> id()).toList();
    for (int i = 0; i < RecentPolls.MOST; i++) {
      others.forEach(this::poll);
      poll(busy);
    }

    long whole =
        others.stream().filter(job -> log.of(job).totals().all() == RecentPolls.MOST).count();
    // A job with a full ring takes more than 2,800 bytes.
    assertThat(whole).isLessThanOrEqualTo(SMALL / 2_800);
  }

  @Test
  void manyAtOnceAreAllCounted() throws Exception {
    JobId job = id();
    int threads = 8;
    long each = 2_000;
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> all =
        IntStream.range(0, threads)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          try {
                            go.await();
                          } catch (InterruptedException stopped) {
                            throw new AssertionError(stopped);
                          }
                          LongStream.range(0, each).forEach(poll -> poll(job));
                        }))
            .toList();
    all.forEach(Thread::start);
    go.countDown();
    for (Thread thread : all) {
      thread.join();
    }

    assertThat(log.of(job).totals().all()).isEqualTo(threads * each);
    assertThat(log.of(job).recent()).hasSize(RecentPolls.MOST).doesNotContainNull();
  }
}
