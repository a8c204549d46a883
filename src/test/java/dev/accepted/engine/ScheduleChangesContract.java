package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.ACTOR;
import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.EngineFixture.OWNERS;
import static dev.accepted.engine.ScheduleFixture.LINKS;
import static dev.accepted.engine.ScheduleFixture.asked;
import static dev.accepted.engine.ScheduleFixture.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.intake.RequestedSchedule;
import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.job.AuditEntry;
import dev.accepted.job.Callback;
import dev.accepted.job.Changed.Result;
import dev.accepted.job.Job;
import dev.accepted.job.Owners;
import dev.accepted.store.AuditFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What callers do to schedules, and what these may not be; on any database. */
abstract class ScheduleChangesContract extends ScheduleStage {

  @Test
  void whoIsPausedSubmitsNothingAndMakesUpForNothing() throws Exception {
    ScheduleReport fresh = schedules.add("0 * * * *", "all");

    ScheduleReport paused = get(schedules.service().pause(OWNERS, fresh.id(), ACTOR)).orElseThrow();
    get(schedules.service().pause(OWNERS, fresh.id(), ACTOR));

    assertThat(paused.state()).isEqualTo("paused");
    assertThat(paused.next()).isEmpty();
    schedules.passAt("2026-11-22T00:15:00Z");
    assertThat(schedules.jobs(fresh)).isEmpty();
    ScheduleReport resumed =
        get(schedules.service().resume(OWNERS, fresh.id(), ACTOR)).orElseThrow();
    get(schedules.service().resume(OWNERS, fresh.id(), ACTOR));
    assertThat(resumed.since()).isEqualTo("2026-11-22T00:15:00Z");
    engine.pass(Duration.ZERO);
    assertThat(schedules.jobs(fresh)).isEmpty();
    schedules.passAt("2026-11-22T01:00:00Z");
    assertThat(schedules.jobs(fresh)).hasSize(1);
    assertThat(acts()).containsExactly("schedule.resumed", "schedule.paused", "schedule.created");
  }

  @Test
  void itIsChangedAsAWholeUnlessSomebodyElseHasChangedIt() throws Exception {
    ScheduleReport fresh = schedules.add("0 * * * *", "all");
    clock.set(Instant.parse("2026-11-21T22:15:00Z"));

    var theirs = asked("30 * * * *", "skip", "other");
    var made =
        get(
            schedules
                .service()
                .change(OWNER, fresh.id(), Optional.of(fresh), theirs, LINKS, ACTOR));
    var late = asked("45 * * * *", "skip", "other");
    var refused =
        get(schedules.service().change(OWNER, fresh.id(), Optional.of(fresh), late, LINKS, ACTOR));

    assertThat(made.result()).isEqualTo(Result.MADE);
    assertThat(refused.result()).isEqualTo(Result.NOT_AS_SEEN);
    ScheduleReport now = schedules.find(fresh.id());
    assertThat(made.now()).contains(now);
    assertThat(now.next().get(0)).isEqualTo("2026-11-21T22:30:00Z");
    assertThat(now.catchUp()).isEqualTo("skip");
    engine.pass(Duration.ZERO);
    assertThat(schedules.jobs(fresh)).as("what was missed before is not made up for").isEmpty();
    schedules.passAt("2026-11-21T22:30:00Z");
    assertThat(schedules.jobs(fresh)).hasSize(1);
    assertThat(
            get(schedules.service().remove(OWNERS, fresh.id(), Optional.of(fresh), ACTOR)).result())
        .isEqualTo(Result.NOT_AS_SEEN);
    assertThat(
            get(schedules.service().remove(OWNERS, fresh.id(), Optional.of(now), ACTOR)).result())
        .as("a run is no change")
        .isEqualTo(Result.MADE);
    assertThat(schedules.service().find(OWNERS, fresh.id())).isEmpty();
    assertThat(schedules.jobs(fresh)).as("its jobs stay").hasSize(1);
    assertThat(acts()).containsExactly("schedule.removed", "schedule.changed", "schedule.created");
  }

  @Test
  void whatIsNotShownOfACallbackStays() throws Exception {
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    String url = "http://127.0.0.1:9/hook";
    var asked = withCallback(new RequestedCallback(url + "?token=t", List.of("failed"), secret));
    ScheduleReport fresh = schedules.add(asked);
    assertThat(fresh.options().callback())
        .isEqualTo(new RequestedCallback(url, List.of("failed"), null));

    var shown = withCallback(new RequestedCallback(url, null, null));
    get(schedules.service().change(OWNER, fresh.id(), Optional.empty(), shown, LINKS, ACTOR));
    schedules.passAt("2026-11-21T20:00:00Z");

    Callback kept = schedules.jobs(fresh).get(0).options().callback();
    assertThat(kept.url()).isEqualTo(url + "?token=t");
    assertThat(kept.secret()).isEqualTo(secret);
    assertThat(kept.links()).isEqualTo(LINKS);
    var elsewhere = withCallback(new RequestedCallback("http://127.0.0.1:9/other", null, null));
    get(schedules.service().change(OWNER, fresh.id(), Optional.empty(), elsewhere, LINKS, ACTOR));
    schedules.passAt("2026-11-21T21:00:00Z");
    assertThat(schedules.jobs(fresh).get(1).options().callback().secret()).isNull();
  }

  private static RequestedSchedule withCallback(RequestedCallback callback) {
    return asked("0 * * * *", "once", "nothing", RequestedOptions.NONE.with(callback));
  }

  @Test
  void itRunsWhenItIsToldToWhateverItsTimes() throws Exception {
    ScheduleReport fresh = schedules.add("0 * * * *", "once");
    get(schedules.service().pause(OWNERS, fresh.id(), ACTOR));

    Job job = get(schedules.service().run(OWNERS, fresh.id(), "k", null, ACTOR).orElseThrow());
    Job again = get(schedules.service().run(OWNERS, fresh.id(), "k", null, ACTOR).orElseThrow());

    assertThat(again.id()).isEqualTo(job.id());
    assertThat(schedules.jobs(fresh)).extracting(Job::id).containsExactly(job.id());
    assertThat(schedules.find(fresh.id()).last()).isNull();
    AuditEntry told = engine.service().audit().list(AuditFilter.ALL, 1, Optional.empty()).get(0);
    assertThat(told.act()).isEqualTo("schedule.run");
    assertThat(told.subject()).isEqualTo(fresh.id().toString());
    assertThat(told.detail()).containsEntry("job", job.id().toString());
    assertThat(acts()).filteredOn("schedule.run"::equals).hasSize(1);
    assertThat(schedules.service().run(new Owners.Only("x"), fresh.id(), null, null, ACTOR))
        .isEmpty();
  }

  @Test
  void thereAreOnlySoManyOfOneOwner() throws Exception {
    ScheduleReport first = schedules.add("0 * * * *", "once");
    ScheduleReport second = schedules.add("0 * * * *", "once");
    ScheduleReport third = schedules.add("0 * * * *", "once");
    var one = asked("0 * * * *", "once", "nothing");

    assertThat(get(schedules.service().add(OWNER, one, LINKS, ACTOR))).isEmpty();
    assertThat(get(schedules.service().add("acme/ann", one, LINKS, ACTOR))).isPresent();
    assertThat(schedules.service().list(OWNERS, 2, null))
        .extracting(ScheduleReport::id)
        .containsExactly(third.id(), second.id());
    assertThat(schedules.service().list(OWNERS, 10, second.id()))
        .extracting(ScheduleReport::id)
        .containsExactly(first.id());
    assertThat(schedules.service().list(new Owners.OfTenant("acme"), 10, null))
        .singleElement()
        .satisfies(
            ofAcme -> {
              assertThat(ofAcme.owner()).isEqualTo("acme/ann");
              assertThat(ofAcme.input()).isNull();
            });
    assertThat(schedules.find(first.id()).input()).contains("nothing");
  }

  @Test
  void whatCouldNotBeSubmittedIsNotStored() {
    for (var wrong :
        List.of(
            asked("0 0 31 2 *", "once", "nothing"),
            asked("0 * * *", "once", "nothing"),
            asked("0 * * * *", "sometimes", "nothing"),
            asked("0 * * * *", "once", "no such act"),
            asked(
                "0 * * * *",
                "once",
                "nothing",
                RequestedOptions.NONE.with(Map.of("schedule", "mine"))))) {
      assertThatThrownBy(() -> schedules.service().add(OWNER, wrong, LINKS, ACTOR))
          .isInstanceOf(Refusal.Unprocessable.class);
    }
    assertThat(schedules.service().list(OWNERS, 10, null)).isEmpty();
  }
}
