package dev.accepted.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.guard.keys.RequestedKey;
import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.Actor;
import dev.accepted.job.AuditEntry;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.Database;
import dev.accepted.store.AuditFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is done is told once, and what isn't done is not; on any database. */
@Timeout(90)
abstract class AuditedActsContract {

  private static final Actor BOSS = new Actor("acme/boss", "203.0.113.9");

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private EngineFixture engine;

  abstract Database open(Path data) throws Exception;

  @BeforeEach
  void start() throws Exception {
    Settings settings =
        TestSettings.in(
            folder, Map.of("accepted.audit.retention", "PT1H", "accepted.retain", "PT1M"));
    ScriptedType type =
        new ScriptedType("test", 1)
            .act("nothing", context -> {})
            .act("wait", context -> context.pause(Duration.ofDays(1)))
            .act(
                "fail",
                context -> {
                  throw new PermanentFailure("broken", "It is broken.");
                });
    engine = new EngineFixture(settings, clock, open(folder), type);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private List<AuditEntry> entries() {
    return engine.service().audit().list(AuditFilter.ALL, 100, Optional.empty());
  }

  private List<String> acts() {
    return entries().stream().map(AuditEntry::act).toList();
  }

  private Job submit(String act) throws Exception {
    return engine.submit(EngineFixture.job("test", act, RequestedOptions.NONE));
  }

  private Object cancel(JobId id) throws Exception {
    return get(engine.service().cancel(EngineFixture.OWNERS, id, BOSS));
  }

  private Object remove(JobId id) throws Exception {
    return get(engine.service().remove(EngineFixture.OWNERS, id, BOSS));
  }

  private Object retry(JobId id) throws Exception {
    return get(engine.service().retry(EngineFixture.OWNERS, id, BOSS));
  }

  @Test
  void whatIsDoneToAJobIsToldOnceWithWhoDidIt() throws Exception {
    Job job = engine.await(submit("fail").id(), JobStatus.FAILED);

    retry(job.id());
    engine.await(job.id(), now -> now.state().attempt() == 2 && now.status().isFinal());
    remove(job.id());
    remove(job.id());

    assertThat(acts()).containsExactly("job.removed", "job.retried");
    assertThat(entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.actor()).isEqualTo(BOSS);
              assertThat(entry.subject()).isEqualTo(job.id().toString());
              assertThat(entry.at()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
              assertThat(entry.tenant()).as("the job is of no tenant").isEmpty();
              assertThat(entry.detail())
                  .isEqualTo(
                      Map.of("owner", EngineFixture.OWNER, "status", "failed", "type", "test"));
            });
  }

  @Test
  void aJobThatRunsIsAskedToStopOnce() throws Exception {
    Job running = engine.await(submit("wait").id(), JobStatus.RUNNING);
    Job waiting = submit("wait");

    cancel(waiting.id());
    cancel(waiting.id());
    cancel(running.id());
    engine.await(running.id(), JobStatus.CANCELED);
    cancel(running.id());

    assertThat(acts()).containsExactly("job.canceled", "job.canceled");
    assertThat(entries()).extracting(one -> one.detail().get("status")).contains("running");
  }

  @Test
  void whatIsNotDoneIsNotTold() throws Exception {
    Job job = engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    Owners stranger = new Owners.Only("stranger");

    cancel(job.id());
    retry(job.id());
    get(engine.service().cancel(stranger, job.id(), BOSS));
    get(engine.service().retry(stranger, job.id(), BOSS));
    get(engine.service().remove(stranger, job.id(), BOSS));
    remove(new JobId(UUID.randomUUID()));
    get(engine.service().resume("test", BOSS));

    assertThat(acts()).isEmpty();
  }

  @Test
  void ofManyThatRemoveAJobAtOnceOneIsTold() throws Exception {
    Job job = engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    List<CompletionStage<?>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Actor one = new Actor("one " + i, "");
      all.add(engine.service().remove(EngineFixture.OWNERS, job.id(), one));
    }
    for (CompletionStage<?> one : all) {
      get(one);
    }

    assertThat(acts()).containsExactly("job.removed");
  }

  @Test
  void whatExpiresIsNobodysAct() throws Exception {
    Job job = engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    clock.advance(Duration.ofMinutes(2));

    engine.everyTenSeconds();

    assertThat(engine.service().find(EngineFixture.OWNERS, job.id()))
        .isInstanceOf(Lookup.Expired.class);
    assertThat(acts()).isEmpty();
  }

  @Test
  void aTypeIsPausedAndResumedOnce() throws Exception {
    get(engine.service().pause("test", BOSS));
    get(engine.service().pause("test", BOSS));
    get(engine.service().resume("test", BOSS));
    get(engine.service().resume("test", BOSS));

    assertThat(acts()).containsExactly("type.resumed", "type.paused");
    assertThat(entries()).extracting(AuditEntry::subject).containsOnly("test");
  }

  @Test
  void keysAreToldWithoutTheirSecrets() throws Exception {
    Caller root = new Caller("root", Optional.empty(), EnumSet.allOf(Role.class));
    RequestedKey asked =
        new RequestedKey("CI", "ci", Optional.of("acme"), Set.of(Role.SUBMIT), Optional.empty());
    var made = get(engine.service().keys().make(asked.by(root), root, BOSS));
    String id = made.key().id();

    get(engine.service().keys().revoke(root, id, BOSS));
    get(engine.service().keys().revoke(root, id, BOSS));
    get(engine.service().keys().revoke(root, "nonesuch", BOSS));

    assertThat(acts()).containsExactly("key.revoked", "key.created");
    assertThat(entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.subject()).isEqualTo(id);
              assertThat(entry.tenant()).contains("acme");
              assertThat(entry.detail()).containsEntry("name", "CI");
              assertThat(entry.toString()).doesNotContain(made.secret());
            });
    assertThat(entries().get(1).detail()).containsEntry("roles", "submit");
  }

  @Test
  void subscriptionsAreToldByTheirHostsAlone() throws Exception {
    String url = "https://hooks.example/secret?token=t";
    var asked = new RequestedSubscription(url, null, null, Map.of(), null);
    SubscriptionService subscriptions = engine.service().subscriptions();
    Owners owners = new Owners.Only("acme/ann");
    String links = "http://localhost/api/";
    var added = get(subscriptions.add("acme/ann", asked, links, BOSS)).orElseThrow();
    UUID id = added.subscription().id();

    get(subscriptions.change(owners, id, Optional.of(added.subscription()), asked, links, BOSS));
    get(subscriptions.pause(owners, id, BOSS));
    get(subscriptions.pause(owners, id, BOSS));
    get(subscriptions.change(owners, id, Optional.of(added.subscription()), asked, links, BOSS));
    get(subscriptions.resume(owners, id, BOSS));
    get(subscriptions.rotate(owners, id, null, null, BOSS));
    get(subscriptions.remove(EngineFixture.OWNERS, id, Optional.empty(), BOSS));
    get(subscriptions.remove(owners, id, Optional.empty(), BOSS));
    get(subscriptions.remove(owners, id, Optional.empty(), BOSS));

    assertThat(acts())
        .containsExactly(
            "subscription.removed",
            "secret.rotated",
            "subscription.resumed",
            "subscription.paused",
            "subscription.changed",
            "subscription.created");
    assertThat(entries()).allSatisfy(entry -> assertIsOfAnns(entry, id));
  }

  private static void assertIsOfAnns(AuditEntry entry, UUID subscription) {
    assertThat(entry.subject()).isEqualTo(subscription.toString());
    assertThat(entry.tenant()).contains("acme");
    assertThat(entry.detail()).isEqualTo(Map.of("owner", "acme/ann", "host", "hooks.example"));
  }

  @Test
  void whatIsKeptElsewhereIsToldBeforeItIsDone() throws Exception {
    Act act = Act.ownedBy("acme/ann", ActKind.DATASET_REMOVED, "birds");
    AuditService audit = engine.service().audit();

    assertThat(get(audit.record(BOSS, act, () -> acts().equals(List.of("dataset.removed")))))
        .as("it is there while the change is made")
        .isTrue();
    assertThat(get(audit.record(BOSS, act, () -> false))).isFalse();
    assertThat(acts()).containsExactly("dataset.removed");
    assertThatThrownBy(
            () ->
                get(
                    audit.record(
                        BOSS,
                        act,
                        () -> {
                          throw new IllegalStateException("down");
                        })))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("down");
    assertThat(entries())
        .extracting(one -> one.detail().get("outcome"))
        .containsExactly("unknown", null);
  }

  @Test
  void entriesGoWhenTheirTimeIsOver() throws Exception {
    get(engine.service().pause("test", BOSS));
    clock.advance(Duration.ofMinutes(40));
    get(engine.service().resume("test", BOSS));
    engine.everyTenSeconds();
    assertThat(acts()).containsExactly("type.resumed", "type.paused");
    clock.advance(Duration.ofMinutes(20));

    engine.everyTenSeconds();

    assertThat(acts()).containsExactly("type.resumed");
  }
}
