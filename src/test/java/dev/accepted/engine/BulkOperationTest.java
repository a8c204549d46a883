package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.content.Content;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.AuditEntry;
import dev.accepted.job.BulkAction;
import dev.accepted.job.BulkActions.Reason;
import dev.accepted.job.BulkActions.Selection;
import dev.accepted.job.BulkActions.Step;
import dev.accepted.job.Job;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.job.PermanentFailure;
import dev.accepted.store.AuditFilter;
import dev.accepted.types.bulk.BulkOperationType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many jobs at once: page by page, once each, and on from where an attempt before was. */
@Timeout(90)
class BulkOperationTest {

  private static final int MANY = 230;

  @TempDir Path folder;
  private final ScriptedType type =
      new ScriptedType("test", 1)
          .act("nothing", context -> {})
          .act("wait", context -> context.pause(Duration.ofDays(1)))
          .act(
              "fail",
              context -> {
                throw new PermanentFailure("broken", "It is broken.");
              });
  private EngineFixture fixture;

  @BeforeEach
  void start() throws Exception {
    fixture =
        new EngineFixture(folder, type, new BulkOperationType(() -> fixture.service().bulk()));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private List<Job> waiting(int number) throws Exception {
    fixture.await(fixture.submit("test", "wait").id(), JobStatus.RUNNING);
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      jobs.add(fixture.submit("test", "nothing"));
    }
    return jobs;
  }

  private Job operation(String input) throws Exception {
    try (var reader = Json.createReader(new StringReader(input))) {
      return fixture.submit(
          new NewJob(
              EngineFixture.OWNER,
              "bulk-operation",
              reader.readObject(),
              null,
              RequestedOptions.NONE,
              null));
    }
  }

  private JsonObject result(Job operation) throws Exception {
    Job done = fixture.await(operation.id(), JobStatus.SUCCEEDED);
    Content content = fixture.service().contents().result(done).orElseThrow();
    try (InputStream in = content.open(0, content.info().length());
        var reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  @Test
  void goesThroughAllPages() throws Exception {
    List<Job> jobs = waiting(MANY);
    Job another = fixture.submit(FairnessTest.job("another", "test", "nothing"));

    JsonObject result =
        result(operation("{\"action\":\"cancel\",\"filter\":{\"status\":[\"queued\"]}}"));

    assertThat(result.getInt("matched")).isEqualTo(MANY);
    assertThat(result.getInt("changed")).isEqualTo(MANY);
    assertThat(jobs)
        .allSatisfy(
            job -> assertThat(fixture.find(job.id()).status()).isEqualTo(JobStatus.CANCELED));
    assertThat(fixture.service().list(Owners.ALL, JobFilter.ALL, 500, null).jobs())
        .filteredOn(job -> job.status() == JobStatus.QUEUED)
        .extracting(Job::id)
        .containsExactly(another.id());
  }

  @Test
  void stopsWhatRuns() throws Exception {
    Job running = fixture.await(fixture.submit("test", "wait").id(), JobStatus.RUNNING);

    result(operation("{\"action\":\"cancel\",\"all\":true}"));

    fixture.await(running.id(), JobStatus.CANCELED);
  }

  @Test
  void aNewPriorityIsOneOfTheQueue() throws Exception {
    List<Job> jobs = waiting(3);
    JobId last = jobs.get(2).id();
    for (int times = 0; times < 2; times++) {
      fixture
          .service()
          .prioritize(EngineFixture.OWNERS, last, 9, EngineFixture.ACTOR)
          .toCompletableFuture()
          .get(20, TimeUnit.SECONDS);
    }
    assertThat(fixture.service().audit().list(AuditFilter.ALL, 9, Optional.empty()))
        .as("the second time changes nothing")
        .extracting(AuditEntry::act)
        .containsExactly("job.prioritized");
    List<JobId> order = new ArrayList<>();
    type.act("nothing", context -> order.add(context.id()));

    result(operation("{\"action\":\"cancel\",\"filter\":{\"status\":[\"running\"]}}"));

    for (Job job : jobs) {
      fixture.await(job.id(), JobStatus.SUCCEEDED);
    }
    assertThat(order).containsExactly(last, jobs.get(0).id(), jobs.get(1).id());
  }

  @Test
  void aStepThatIsRepeatedChangesNothing() throws Exception {
    List<Job> jobs = waiting(120);
    Job operation = operation("{\"action\":\"cancel\",\"filter\":{\"q\":\"nothing says this\"}}");
    JobFilter filter = new JobFilter(Set.of(), "test", Map.of(), null, null, null);
    Selection selection =
        new Selection(operation.id(), EngineFixture.OWNER, EngineFixture.OWNERS, filter);
    BulkAction cancel = new BulkAction(BulkAction.Kind.CANCEL, OptionalInt.empty());

    Step first = fixture.service().bulk().act(selection, cancel, Optional.empty(), false);
    Step again = fixture.service().bulk().act(selection, cancel, Optional.empty(), true);
    Step second = fixture.service().bulk().act(selection, cancel, first.last(), true);

    assertThat(first.changed()).isEqualTo(100);
    assertThat(first.more()).isTrue();
    assertThat(again.unchanged()).isEqualTo(Map.of(Reason.FINISHED, 100));
    assertThat(second.matched()).isEqualTo(21);
    assertThat(second.more()).isFalse();
    assertThat(fixture.find(jobs.get(0).id()).status()).isEqualTo(JobStatus.CANCELED);
  }

  @Test
  void theScopeIsStoredWithTheInput() throws Exception {
    Job own = operation("{\"action\":\"cancel\",\"filter\":{\"q\":\"x\"}}");
    assertThat(fixture.service().contents().parameters(own))
        .isEqualTo("{\"action\":\"cancel\",\"filter\":{\"q\":\"x\"},\"scope\":\"own\"}");
  }

  @Test
  void canceledItStopsBetweenTwoPages() throws Exception {
    waiting(MANY);
    type.act("nothing", context -> {});
    Job operation = operation("{\"action\":\"remove\",\"filter\":{\"type\":[\"test\"]}}");
    fixture
        .service()
        .cancel(EngineFixture.OWNERS, operation.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);

    Job ended = fixture.await(operation.id(), job -> job.status().isFinal());

    int left = fixture.service().list(Owners.ALL, JobFilter.ALL, 500, null).jobs().size() - 1;
    assertThat(ended.status())
        .as("%d left", left)
        .isIn(JobStatus.CANCELED, left == 0 ? JobStatus.SUCCEEDED : JobStatus.CANCELED);
    assertThat((MANY + 1 - left) % 100).as("whole pages only").isIn(0, 31);
  }
}
