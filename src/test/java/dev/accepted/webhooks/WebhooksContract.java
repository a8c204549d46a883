package dev.accepted.webhooks;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.ScriptedType;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.Database;
import dev.accepted.webhooks.Receiver.Received;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is delivered, and when; on any database. */
abstract class WebhooksContract {

  private static final String LINKS = "http://jobs.example/api/";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration A_DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Receiver receiver;
  private EngineFixture engine;

  abstract Database open(Path data) throws Exception;

  @BeforeEach
  void start() throws Exception {
    // Signatures are checked against the machine's clock.
    clock.set(Instant.ofEpochMilli(System.currentTimeMillis()));
    receiver = new Receiver();
    engine = engine(open(folder));
  }

  private EngineFixture engine(Database database) throws Exception {
    Settings settings = TestSettings.in(folder, Map.of("accepted.webhooks.allow", "127.0.0.0/8"));
    ScriptedType type =
        new ScriptedType("test", 2)
            .act("nothing", context -> {})
            .act(
                "fail",
                context -> {
                  throw new PermanentFailure("no-luck", "It had to be.");
                })
            .act("wait", context -> context.pause(A_DAY));
    return new EngineFixture(settings, clock, database, type);
  }

  @AfterEach
  void stop() {
    engine.close();
    receiver.close();
  }

  private Job submit(String act, @Nullable List<String> events, @Nullable String secret)
      throws Exception {
    return submit(act, new RequestedCallback(receiver.url("/hook?token=t"), events, secret));
  }

  private Job submit(String act, RequestedCallback callback) throws Exception {
    RequestedOptions options =
        new RequestedOptions(null, null, null, null, null, Map.of("team", "ops"), callback);
    return engine.submit(
        new NewJob(
            EngineFixture.OWNER,
            "test",
            Json.createObjectBuilder().add("act", act).build(),
            null,
            options,
            null,
            null,
            LINKS));
  }

  private DeliveryReport await(Job job, Predicate<DeliveryReport> wanted) {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    List<DeliveryReport> now = List.of();
    while (System.nanoTime() < end) {
      now = engine.service().deliveries(job);
      for (DeliveryReport report : now) {
        if (wanted.test(report)) {
          return report;
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("not among " + now);
  }

  private DeliveryReport await(Job job, String state, int attempts) {
    return await(
        job, report -> report.state().equals(state) && report.attempts().size() == attempts);
  }

  private static CloudEvent event(Received received) {
    return new JsonFormat().deserialize(received.body().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject data(CloudEvent event) {
    byte[] data = event.getData().toBytes();
    try (var reader =
        Json.createReader(new StringReader(new String(data, StandardCharsets.UTF_8)))) {
      return reader.readObject();
    }
  }

  @Test
  void aCloudEventIsDeliveredThatTheClientSSecretHasSigned() throws Exception {
    Job job = submit("nothing", null, SECRET);

    Received received = receiver.next();

    new Webhook(SECRET).verify(received.body(), received.headers());
    assertThat(received.path()).isEqualTo("/hook?token=t");
    assertThat(received.header("content-type")).startsWith("application/cloudevents+json");
    CloudEvent event = event(received);
    assertThat(event.getType()).isEqualTo("dev.accepted.job.succeeded");
    assertThat(event.getSource()).hasToString(LINKS + "jobs");
    assertThat(event.getSubject()).isEqualTo(job.id().toString());
    assertThat(event.getTime().toInstant())
        .isBetween(clock.instant().minusSeconds(60), clock.instant());
    JsonObject status = data(event);
    assertThat(status.getString("status")).isEqualTo("succeeded");
    assertThat(status.getJsonObject("labels").getString("team")).isEqualTo("ops");
    assertThat(status.getJsonObject("links").getString("deliveries"))
        .isEqualTo(LINKS + "jobs/" + job.id() + "/deliveries");
    DeliveryReport report = await(job, "delivered", 1);
    assertThat(report.url()).isEqualTo(receiver.url("/hook"));
    assertThat(Long.toString(report.event())).isEqualTo(event.getId());
    assertThat(report.attempts().get(0).status()).isEqualTo(204);
  }

  @Test
  void theServerSignsWhereTheClientHasGivenNoSecret() throws Exception {
    submit("nothing", null, null);

    Received received = receiver.next();

    String secret = Files.readString(folder.resolve("webhooks.secret")).strip();
    new Webhook(secret).verify(received.body(), received.headers());
  }

  @Test
  void onlyWhatWasAskedForIsDelivered() throws Exception {
    Job job = submit("fail", List.of("queued", "started", "failed"), null);
    List<String> types = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      types.add(event(receiver.next()).getType());
    }

    assertThat(types)
        .containsExactlyInAnyOrder(
            "dev.accepted.job.queued", "dev.accepted.job.started", "dev.accepted.job.failed");
    Job other = submit("nothing", List.of("failed"), null);
    engine.await(other.id(), JobStatus.SUCCEEDED);
    assertThat(engine.service().deliveries(other)).isEmpty();
    assertThat(engine.service().deliveries(job)).hasSize(3);
  }

  @Test
  void whatFailsIsTriedAgainWithTheSameIdAndBodyUntilItIsDead() throws Exception {
    for (int i = 0; i < 9; i++) {
      receiver.answers(status(i % 2 == 0 ? 500 : 302, "Location", receiver.url("/elsewhere")));
    }
    Job job = submit("nothing", null, SECRET);
    Received first = receiver.next();
    for (int i = 1; i < 9; i++) {
      DeliveryReport waiting = await(job, "waiting", i);
      assertThat(waiting.nextAttemptAt()).isAfter(clock.instant());
      engine.pass(Duration.between(clock.instant(), waiting.nextAttemptAt()));
      Received again = receiver.next();
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.path()).isEqualTo(first.path());
      assertThat(again.header("webhook-id")).isEqualTo(first.header("webhook-id"));
      long seconds = Long.parseLong(again.header("webhook-timestamp"));
      assertThat(seconds).isEqualTo(clock.instant().getEpochSecond());
      assertThat(again.header("webhook-signature"))
          .isEqualTo(new Webhook(SECRET).sign(again.header("webhook-id"), seconds, again.body()));
    }
    DeliveryReport dead = await(job, "dead", 9);
    Duration all = Duration.between(dead.attempts().get(0).at(), dead.attempts().get(8).at());
    assertThat(all).isBetween(Duration.ofHours(18), Duration.ofHours(29));
    engine.pass(A_DAY);
    assertThat(receiver.waiting()).isZero();

    assertThat(
            engine.service().sendAgain(job, dead, EngineFixture.ACTOR).toCompletableFuture().get())
        .isTrue();

    assertThat(receiver.next().body()).isEqualTo(first.body());
    await(job, "delivered", 10);
  }

  @Test
  void retryAfterIsHonouredInSecondsAndAsADate() throws Exception {
    Instant date = clock.instant().plus(Duration.ofHours(3));
    receiver.answers(
        status(503, "Retry-After", "3600"),
        status(
            429,
            "Retry-After",
            java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                date.atOffset(java.time.ZoneOffset.UTC))));
    Job job = submit("nothing", null, null);

    assertThat(await(job, "waiting", 1).nextAttemptAt())
        .isEqualTo(clock.instant().plusSeconds(3600));
    engine.pass(Duration.ofHours(1));
    assertThat(await(job, "waiting", 2).nextAttemptAt())
        .isBetween(date.minusSeconds(2), date.plusSeconds(1));
  }

  @Test
  void goneStopsTheCallback() throws Exception {
    receiver.answers(status(410));
    Job job = submit("wait", List.of("started", "canceled"), null);
    receiver.next();
    await(job, "gone", 1);

    engine
        .service()
        .cancel(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get();
    engine.await(job.id(), JobStatus.CANCELED);

    assertThat(engine.service().deliveries(job))
        .extracting(DeliveryReport::state)
        .containsExactly("gone", "gone");
    engine.pass(A_DAY);
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void whoHangsIsGivenUpAndHoldsUpNobodyElse() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    Receiver.Answering hanging = exchange -> hang.await();
    receiver.answers(hanging, hanging, hanging, hanging);
    List<Job> hung = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      hung.add(submit("nothing", null, null));
    }
    for (int i = 0; i < 4; i++) {
      receiver.next();
    }
    assertThat(receiver.waiting()).as("four at once to one host").isZero();
    RequestedCallback elsewhere =
        new RequestedCallback("http://127.0.0.2:" + receiver.port() + "/", null, null);
    Job other = submit("nothing", elsewhere);
    assertThat(await(other, "waiting", 1).attempts().get(0).error())
        .isEqualTo("connection-refused");

    engine.pass(Duration.ofSeconds(11));

    for (Job job : hung.subList(0, 4)) {
      assertThat(await(job, "waiting", 1).attempts().get(0).error()).isEqualTo("timeout");
    }
    for (Job job : hung.subList(4, 6)) {
      await(job, "delivered", 1);
    }
    hang.countDown();
  }

  @Test
  void aLongAnswerIsNotReadToItsEnd() throws Exception {
    receiver.answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] part = new byte[1 << 16];
          try {
            while (true) {
              exchange.getResponseBody().write(part);
            }
          } catch (java.io.IOException cut) {
            // as it should be
          }
        });
    Job job = submit("nothing", null, null);

    assertThat(await(job, "delivered", 1).attempts().get(0).status()).isEqualTo(200);
  }

  @Test
  void whatIsRemovedTellsOfItsEndAndLeavesNothing() throws Exception {
    Job job = submit("wait", null, null);
    engine.await(job.id(), JobStatus.RUNNING);

    engine
        .service()
        .remove(EngineFixture.OWNERS, job.id(), EngineFixture.ACTOR)
        .toCompletableFuture()
        .get();

    CloudEvent event = event(receiver.next());
    assertThat(event.getType()).isEqualTo("dev.accepted.job.canceled");
    assertThat(data(event).getString("status")).isEqualTo("canceled");
    awaitNone(job);
  }

  @Test
  void whatExpiresTakesItsDeliveriesWithIt() throws Exception {
    Job job = submit("nothing", List.of("succeeded", "expired"), null);
    receiver.next();
    await(job, "delivered", 1);

    clock.advance(Duration.ofDays(8));
    engine.engine.everyTenSeconds().get();

    assertThat(event(receiver.next()).getType()).isEqualTo("dev.accepted.job.expired");
    awaitNone(job);
  }

  private void awaitNone(Job job) {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    while (!engine.service().deliveries(job).isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void whatAServerHadTakenWhenItDiedIsSentByAnother() throws Exception {
    receiver.answers(status(500));
    Job job = submit("nothing", null, SECRET);
    Received first = receiver.next();
    await(job, "waiting", 1);
    Instant lease = clock.instant().plusSeconds(30);
    engine.database.transaction(
        session ->
            session.update(
                "update delivery set state = 'sending', attempt = 2, tries = 2, next_at = ?",
                lease));
    engine.pass(Duration.ofSeconds(29));
    assertThat(await(job, "sending", 1).nextAttemptAt()).isNull();

    engine.pass(Duration.ofSeconds(1));

    assertThat(receiver.next().body()).isEqualTo(first.body());
    assertThat(await(job, "delivered", 3).attempts().get(1).error()).isEqualTo("interrupted");
  }

  @Test
  void whatIsBrokenOffByAStopIsSentAtTheNextStart() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    receiver.answers(exchange -> hang.await());
    Job job = submit("nothing", null, SECRET);
    Received first = receiver.next();

    engine.close();
    engine = engine(open(folder));
    engine.pass(Duration.ZERO);

    assertThat(receiver.next().body()).isEqualTo(first.body());
    await(job, "delivered", 2);
    hang.countDown();
  }
}
