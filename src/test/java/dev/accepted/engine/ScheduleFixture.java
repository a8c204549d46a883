package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.ACTOR;
import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.EngineFixture.OWNERS;

import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.intake.RequestedSchedule;
import dev.accepted.engine.schedules.ScheduleReport;
import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.Owners;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The schedules of an engine, as its callers see them. */
final class ScheduleFixture {

  static final String LINKS = "http://jobs.example/api/";

  private final EngineFixture engine;

  ScheduleFixture(EngineFixture engine) {
    this.engine = engine;
  }

  static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  /** A schedule of an act. */
  static RequestedSchedule asked(String cron, String catchUp, String act) {
    return asked(cron, catchUp, act, RequestedOptions.NONE);
  }

  static RequestedSchedule asked(
      String cron, String catchUp, String act, RequestedOptions options) {
    return new RequestedSchedule(
        "Some " + act,
        cron,
        "Europe/Berlin",
        catchUp,
        "test",
        Json.createObjectBuilder().add("act", act).build(),
        options);
  }

  ScheduleService service() {
    return engine.service().schedules();
  }

  ScheduleReport add(RequestedSchedule asked) throws Exception {
    return get(service().add(OWNER, asked, LINKS, ACTOR)).orElseThrow();
  }

  ScheduleReport add(String cron, String catchUp) throws Exception {
    return add(asked(cron, catchUp, "nothing"));
  }

  ScheduleReport find(UUID id) {
    return service().find(OWNERS, id).orElseThrow();
  }

  /** The jobs of a schedule, the oldest first. */
  List<Job> jobs(ScheduleReport schedule) {
    JobFilter filter =
        new JobFilter(
            Set.of(), null, Map.of("schedule", schedule.id().toString()), null, null, null);
    List<Job> jobs = engine.service().list(Owners.ALL, filter, 1000, null).jobs();
    return jobs.stream()
        .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
        .toList();
  }

  /** Moves the clock to that moment, and runs the pass of a second. */
  void passAt(String moment) throws Exception {
    engine.clock.set(Instant.parse(moment));
    engine.pass(Duration.ZERO);
  }
}
