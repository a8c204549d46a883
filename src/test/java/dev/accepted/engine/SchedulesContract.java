package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.ScheduleFixture.asked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.engine.schedules.ScheduleReport.Last;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** What is submitted when, and what becomes of what was missed or refused; on any database. */
abstract class SchedulesContract extends ScheduleStage {

  private List<Instant> submitted(ScheduleReport schedule) {
    return schedules.jobs(schedule).stream().map(job -> job.submission().submittedAt()).toList();
  }

  @Test
  void whatIsDueIsSubmittedOnceAndOnlyThen() throws Exception {
    RequestedOptions options =
        new RequestedOptions(
            7, null, Duration.ofMinutes(3), Duration.ofDays(2), 2, Map.of("team", "ops"));
    ScheduleReport fresh = schedules.add(asked("0 */6 * * *", "once", "nothing", options));
    assertThat(fresh.next())
        .extracting(Instant::toString)
        .containsExactly(
            "2026-11-21T23:00:00Z",
            "2026-11-22T05:00:00Z",
            "2026-11-22T11:00:00Z",
            "2026-11-22T17:00:00Z",
            "2026-11-22T23:00:00Z");
    schedules.passAt("2026-11-21T22:59:59.999Z");
    assertThat(schedules.jobs(fresh)).isEmpty();
    assertThat(schedules.find(fresh.id())).isEqualTo(fresh);

    schedules.passAt("2026-11-21T23:00:00.400Z");
    schedules.passAt("2026-11-21T23:00:01.400Z");

    Job job = schedules.jobs(fresh).get(0);
    assertThat(schedules.jobs(fresh)).hasSize(1);
    assertThat(job.owner()).isEqualTo(OWNER);
    assertThat(job.options().priority()).isEqualTo(7);
    assertThat(job.options().timeout()).isEqualTo(Duration.ofMinutes(3));
    assertThat(job.options().retain()).isEqualTo(Duration.ofDays(2));
    assertThat(job.options().maxAttempts()).isEqualTo(2);
    assertThat(job.options().labels())
        .isEqualTo(Map.of("team", "ops", "schedule", fresh.id().toString()));
    engine.await(job.id(), JobStatus.SUCCEEDED);
    ScheduleReport now = schedules.find(fresh.id());
    assertThat(now.last())
        .isEqualTo(new Last(Instant.parse("2026-11-21T23:00:00Z"), job.id(), null, null));
    assertThat(now.next().get(0)).isEqualTo("2026-11-22T05:00:00Z");
    schedules.passAt("2026-11-22T05:00:00Z");
    assertThat(schedules.jobs(fresh)).hasSize(2);
    assertThat(acts()).as("what happens by itself is no act").containsExactly("schedule.created");
  }

  /** In Berlin it is 03:00 right after 01:59 on 28 March 2027, and 02:00 twice on 31 October. */
  @Test
  void whereClocksAreChangedATimeOfDayComesOnce() throws Exception {
    ScheduleReport nightly = schedules.add("30 2 * * *", "once");
    schedules.passAt("2027-03-28T00:59:59Z");
    int before = schedules.jobs(nightly).size();

    schedules.passAt("2027-03-28T01:00:00Z");
    schedules.passAt("2027-03-28T01:30:00Z");
    assertThat(schedules.jobs(nightly)).hasSize(before + 1);
    assertThat(schedules.find(nightly.id()).last().at()).isEqualTo("2027-03-28T01:00:00Z");

    schedules.passAt("2027-10-31T00:30:00Z");
    int first = schedules.jobs(nightly).size();
    assertThat(schedules.find(nightly.id()).last().at()).isEqualTo("2027-10-31T00:30:00Z");
    schedules.passAt("2027-10-31T01:30:00Z");
    assertThat(schedules.jobs(nightly)).hasSize(first);
  }

  @Test
  void whatWasMissedIsPassedOverMadeUpForOnceOrEachTime() throws Exception {
    ScheduleReport skip = schedules.add("0 * * * *", "skip");
    ScheduleReport once = schedules.add("0 * * * *", "once");
    ScheduleReport all = schedules.add("0 * * * *", "all");
    engine.close();
    clock.set(Instant.parse("2026-11-22T00:15:00Z"));
    begin(type("test", "nothing"));

    engine.pass(Duration.ZERO);

    assertThat(schedules.jobs(skip)).isEmpty();
    assertThat(schedules.find(skip.id()).last()).isNull();
    assertThat(schedules.jobs(once)).hasSize(1);
    assertThat(schedules.find(once.id()).last().at()).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(schedules.jobs(all)).hasSize(5);
    assertThat(schedules.find(all.id()).last().at()).isEqualTo("2026-11-22T00:00:00Z");
    schedules.passAt("2026-11-22T01:00:59.999Z");
    for (ScheduleReport one : List.of(skip, once, all)) {
      assertThat(schedules.find(one.id()).last().at()).isEqualTo("2026-11-22T01:00:00Z");
    }
    assertThat(submitted(skip)).hasSize(1);
    assertThat(submitted(once)).hasSize(2);
    assertThat(submitted(all)).hasSize(6);
  }

  @Test
  void noMoreThanAHundredAreMadeUpFor() throws Exception {
    ScheduleReport all = schedules.add("*/10 * * * *", "all");

    schedules.passAt("2026-12-24T12:05:00Z");

    assertThat(schedules.jobs(all)).hasSize(100);
    assertThat(schedules.find(all.id()).last().at()).isEqualTo("2026-12-24T12:00:00Z");
    engine.pass(Duration.ofMinutes(5));
    assertThat(schedules.jobs(all)).hasSize(101);
  }

  @Test
  void whatIsRefusedIsRecordedAndTheNextTimeIsTriedAsUsual() throws Exception {
    engine.close();
    begin(type("test", "nothing"), "2");
    ScheduleReport fresh = schedules.add("0 * * * *", "once");
    engine.await(engine.submit(waiting()).id(), JobStatus.RUNNING);
    Job first = engine.submit(waiting());
    Job second = engine.submit(waiting());

    try (RecordedLog log = new RecordedLog(Scheduler.class)) {
      schedules.passAt("2026-11-21T20:00:00Z");
      engine.pass(Duration.ofSeconds(1));

      assertThat(log.lines(Level.WARNING))
          .singleElement()
          .asString()
          .contains(fresh.id().toString(), "code=queue-full", "at=2026-11-21T20:00:00Z");
    }

    Last last = schedules.find(fresh.id()).last();
    assertThat(schedules.jobs(fresh)).isEmpty();
    assertThat(last.at()).isEqualTo("2026-11-21T20:00:00Z");
    assertThat(last.job()).isNull();
    assertThat(last.code()).isEqualTo("queue-full");
    assertThat(last.message()).contains("waiting");
    engine.remove(first.id());
    engine.remove(second.id());
    schedules.passAt("2026-11-21T21:00:00Z");
    assertThat(schedules.jobs(fresh)).hasSize(1);
    assertThat(schedules.find(fresh.id()).last().code()).isNull();
  }

  /** A job that goes on whatever becomes of the clock. */
  private static NewJob waiting() {
    return EngineFixture.job(
        "test", "wait", new RequestedOptions(null, null, Duration.ofDays(7), null, null, Map.of()));
  }

  @Test
  void whatCanNotBeAnyMoreIsRefusedWhenItsTimeComes() throws Exception {
    ScheduleReport gone = schedules.add(asked("0 * * * *", "once", "other"));
    engine.close();
    begin(type("test", "nothing"));

    schedules.passAt("2026-11-21T20:00:00Z");

    assertThat(schedules.find(gone.id()).last().code()).isEqualTo("invalid-input");
    assertThat(schedules.find(gone.id()).last().message()).contains("/act", "no such act");
    engine.close();
    begin(type("another", "nothing"));
    schedules.passAt("2026-11-21T21:00:00Z");
    assertThat(schedules.find(gone.id()).last().code()).isEqualTo("unknown-type");
    assertThat(schedules.find(gone.id()).next().get(0)).isEqualTo("2026-11-21T22:00:00Z");
  }
}
