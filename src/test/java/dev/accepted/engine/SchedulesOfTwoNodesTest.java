package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNERS;
import static dev.accepted.engine.EngineFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.job.Job;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.TestPostgres;
import dev.accepted.store.Schedule;
import dev.accepted.store.ScheduleQueries;
import dev.accepted.store.ScheduleStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers on one PostgreSQL look for the same schedules: each time has one job. */
@Timeout(120)
class SchedulesOfTwoNodesTest extends TwoNodes {

  private static final int SCHEDULES = 5;
  private static final int HOURS = 12;

  private List<ScheduleReport> add(ScheduleFixture at, int number) throws Exception {
    List<ScheduleReport> added = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      added.add(at.add(ScheduleFixture.asked("0 * * * *", "all", "quick")));
    }
    return added;
  }

  @Test
  void whateverBothDoAtOnceEachTimeHasOneJob() throws Exception {
    clock.set(Instant.parse("2026-11-21T19:30:00Z"));
    ScheduleFixture here = new ScheduleFixture(one);
    List<ScheduleReport> all = add(here, SCHEDULES);

    for (int hour = 0; hour < HOURS; hour++) {
      clock.advance(Duration.ofHours(1));
      CompletableFuture<Void> ones = one.engine.everySecond();
      CompletableFuture<Void> others = other.engine.everySecond();
      ones.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      others.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    one.pass(Duration.ZERO);

    for (ScheduleReport schedule : all) {
      List<Job> jobs = here.jobs(schedule);
      assertThat(jobs).hasSize(HOURS);
      assertThat(jobs)
          .extracting(job -> job.submission().submittedAt().truncatedTo(ChronoUnit.HOURS))
          .doesNotHaveDuplicates();
      ScheduleReport now = here.find(schedule.id());
      assertThat(now.last().job()).isEqualTo(jobs.get(HOURS - 1).id());
    }
  }

  @Test
  void manyMissedTimesAreMadeUpForOnceEachByBoth() throws Exception {
    clock.set(Instant.parse("2026-11-21T19:30:00Z"));
    ScheduleFixture here = new ScheduleFixture(one);
    ScheduleReport schedule = add(here, 1).get(0);
    clock.advance(Duration.ofHours(60));

    long end = System.nanoTime() + 2 * PATIENCE.toNanos();
    while (here.find(schedule.id()).last() == null
        || here.find(schedule.id()).last().at().isBefore(Instant.parse("2026-11-24T07:00:00Z"))) {
      assertThat(System.nanoTime()).isLessThan(end);
      CompletableFuture<Void> ones = one.engine.everySecond();
      CompletableFuture<Void> others = other.engine.everySecond();
      ones.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      others.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    assertThat(here.jobs(schedule)).hasSize(60);
  }

  /** A server that is killed in the midst of its transaction leaves the time to the other. */
  @Test
  void whatAServerLeavesInTheMidstIsTakenByTheOther() throws Exception {
    clock.set(Instant.parse("2026-11-21T19:30:00Z"));
    ScheduleFixture there = new ScheduleFixture(other);
    ScheduleReport schedule = add(there, 1).get(0);
    clock.advance(Duration.ofMinutes(31));
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    CompletableFuture<Boolean> dying =
        CompletableFuture.supplyAsync(() -> dieWithinTheStep(schedule, taken, killed));
    assertThat(taken.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Void> pass = other.engine.everySecond();
    killed.countDown();

    pass.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(dying.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(there.jobs(schedule)).hasSize(1);
    one.pass(Duration.ZERO);
    other.pass(Duration.ZERO);
    assertThat(there.jobs(schedule)).hasSize(1);
  }

  private boolean dieWithinTheStep(
      ScheduleReport schedule, CountDownLatch taken, CountDownLatch killed) {
    try {
      one.database.transaction(
          session -> {
            Schedule due = ScheduleQueries.find(session, OWNERS, schedule.id()).orElseThrow();
            assertThat(ScheduleStore.advance(session, due, due.nextAt().plusSeconds(3600)))
                .isTrue();
            taken.countDown();
            await(killed);
            throw new SQLException("killed");
          });
      return false;
    } catch (DatabaseException rolledBack) {
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whileTheStoreIsDownItIsLeftDueAndNothingIsRecorded() throws Exception {
    clock.set(Instant.parse("2026-11-21T19:30:00Z"));
    ScheduleFixture here = new ScheduleFixture(one);
    ScheduleReport schedule = add(here, 1).get(0);
    clock.advance(Duration.ofMinutes(31));
    TestPostgres.shut(url);

    assertThat(passes()).isFalse();

    TestPostgres.open(url);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!passes() || here.find(schedule.id()).last() == null) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
    assertThat(here.jobs(schedule)).hasSize(1);
    assertThat(here.find(schedule.id()).last().code()).isNull();
    assertThat(here.find(schedule.id()).last().at()).isEqualTo("2026-11-21T20:00:00Z");
  }

  private boolean passes() throws Exception {
    try {
      one.pass(Duration.ZERO);
      return true;
    } catch (DatabaseException | ExecutionException down) {
      return false;
    }
  }
}
