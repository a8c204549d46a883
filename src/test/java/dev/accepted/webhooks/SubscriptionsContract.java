package dev.accepted.webhooks;

import static dev.accepted.webhooks.Receiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.accepted.config.Settings;
import dev.accepted.config.TestSettings;
import dev.accepted.engine.EngineFixture;
import dev.accepted.engine.ScriptedType;
import dev.accepted.engine.SubscriptionService;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.RequestedCallback;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.engine.intake.RequestedSubscription;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.Database;
import dev.accepted.webhooks.Receiver.Received;
import dev.accepted.webhooks.SubscriptionChange.Result;
import dev.accepted.webhooks.SubscriptionReport.WithSecret;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is told what, how it is signed, and how that ends; on any database. */
@Timeout(90)
abstract class SubscriptionsContract {

  private static final String LINKS = "http://jobs.example/api/";
  private static final String OWNER = EngineFixture.OWNER;

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
    engine = engine();
  }

  private EngineFixture engine() throws Exception {
    Settings settings =
        TestSettings.in(
            folder,
            Map.of(
                "accepted.webhooks.allow",
                "127.0.0.0/8",
                "accepted.webhooks.retries",
                "PT1M,PT1M,PT1M",
                "accepted.webhooks.subscriptions",
                "3"));
    ScriptedType type =
        new ScriptedType("test", 2)
            .act("nothing", context -> {})
            .act(
                "fail",
                context -> {
                  throw new PermanentFailure("no-luck", "It had to be.");
                });
    return new EngineFixture(
        settings, clock, open(folder), type, new ScriptedType("other", 1).act("nothing", c -> {}));
  }

  @AfterEach
  void stop() {
    engine.close();
    receiver.close();
  }

  private SubscriptionService subscriptions() {
    return engine.service().subscriptions();
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private RequestedSubscription to(
      String path,
      @Nullable List<String> types,
      @Nullable List<String> events,
      Map<String, String> labels) {
    return new RequestedSubscription(receiver.url(path), types, events, labels, null);
  }

  private WithSecret subscribe(@Nullable List<String> types, @Nullable List<String> events)
      throws Exception {
    return get(subscriptions()
            .add(OWNER, to("/hook?token=t", types, events, Map.of()), LINKS, EngineFixture.ACTOR))
        .orElseThrow();
  }

  private Job submit(String owner, String type, String act, RequestedOptions options)
      throws Exception {
    NewJob job =
        new NewJob(
            owner,
            type,
            Json.createObjectBuilder().add("act", act).build(),
            null,
            options,
            null,
            null,
            LINKS);
    return engine.submit(job);
  }

  private Job submit(String act) throws Exception {
    return submit(OWNER, "test", act, RequestedOptions.NONE);
  }

  private List<DeliveryReport> deliveries(WithSecret of) {
    return subscriptions().deliveries(of.subscription(), Long.MAX_VALUE, 100);
  }

  private String state(WithSecret of) {
    return subscriptions().find(EngineFixture.OWNERS, of.subscription().id()).orElseThrow().state();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + EngineFixture.PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private void await(WithSecret of, String deliveryState, int attempts) {
    await(
        deliveryState + " after " + attempts,
        () ->
            deliveries(of).stream()
                .anyMatch(
                    one -> one.state().equals(deliveryState) && one.attempts().size() == attempts));
  }

  private static void isSigned(Received received, String... secrets) {
    for (String secret : secrets) {
      assertThatCode(() -> new Webhook(secret).verify(received.body(), received.headers()))
          .doesNotThrowAnyException();
    }
    assertThat(received.header("webhook-signature").split(" ")).hasSize(secrets.length);
  }

  @Test
  void whatTheFilterAdmitsIsToldAndSignedWithTheSecretThatWasShown() throws Exception {
    WithSecret all =
        get(subscriptions()
                .add(
                    OWNER,
                    to("/hook", List.of("test"), List.of("succeeded"), Map.of("team", "ops")),
                    LINKS,
                    EngineFixture.ACTOR))
            .orElseThrow();
    RequestedOptions ops =
        new RequestedOptions(null, null, null, null, null, Map.of("team", "ops", "a", "b"));
    RequestedOptions dev =
        new RequestedOptions(null, null, null, null, null, Map.of("team", "dev"));
    for (Job passedOver :
        List.of(
            submit(OWNER, "test", "nothing", dev),
            submit(OWNER, "test", "nothing", RequestedOptions.NONE),
            submit(OWNER, "other", "nothing", ops),
            submit(OWNER, "test", "fail", ops))) {
      engine.await(passedOver.id(), job -> job.status().isFinal());
    }
    submit("somebody else", "test", "nothing", ops);
    Job job = submit(OWNER, "test", "nothing", ops);

    Received received = receiver.next();

    isSigned(received, all.secret());
    assertThat(received.body()).contains("dev.accepted.job.succeeded", job.id().toString());
    await(all, "delivered", 1);
    assertThat(deliveries(all)).hasSize(1);
    assertThat(engine.service().deliveries(job).get(0).subscription())
        .isEqualTo(all.subscription().id());
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void withoutAFilterAllIsToldEvenWhatBeganAndStartedInOneMoment() throws Exception {
    WithSecret all = subscribe(null, null);

    submit("nothing");

    StringBuilder told = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      told.append(receiver.next().body().replaceAll(".*dev.accepted.job.([a-z]+).*", "$1 "));
    }
    assertThat(told.toString().split(" "))
        .containsExactlyInAnyOrder("queued", "started", "succeeded");
    assertThat(all.secret()).startsWith("whsec_");
    assertThat(all.subscription().url()).endsWith("/hook");
  }

  @Test
  void bothSecretsSignWhileTheyOverlapAndTheNewOneAloneAfterwards() throws Exception {
    receiver.answers(status(500), status(500));
    WithSecret old = subscribe(null, List.of("succeeded"));
    submit("nothing");
    isSigned(receiver.next(), old.secret());
    await(old, "waiting", 1);

    WithSecret fresh =
        get(subscriptions()
                .rotate(
                    EngineFixture.OWNERS,
                    old.subscription().id(),
                    null,
                    Duration.ofSeconds(90),
                    EngineFixture.ACTOR))
            .orElseThrow();

    assertThat(fresh.secret()).isNotEqualTo(old.secret());
    assertThat(fresh.subscription().formerSecretUntil())
        .isEqualTo(
            clock.instant().plusSeconds(90).truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    // What was written down before is signed by what counts when it is sent.
    engine.pass(Duration.ofSeconds(75));
    isSigned(receiver.next(), fresh.secret(), old.secret());
    await(old, "waiting", 2);
    submit("nothing");
    isSigned(receiver.next(), fresh.secret(), old.secret());

    engine.pass(Duration.ofSeconds(75));

    Received after = receiver.next();
    isSigned(after, fresh.secret());
    assertThatThrownBy(() -> new Webhook(old.secret()).verify(after.body(), after.headers()))
        .isInstanceOf(WebhookVerificationException.class);
    await("the old secret is forgotten", () -> formerSecrets() == 0);
  }

  private int formerSecrets() {
    return engine.database.read(
        session ->
            session
                .first(
                    "select cast(count(*) as integer) as n from subscription where former_secret is"
                        + " not null",
                    row -> row.number("n"))
                .orElseThrow());
  }

  @Test
  void aSecretOverlapsForADayAndForAWeekAtMost() throws Exception {
    WithSecret old = subscribe(null, List.of("succeeded"));

    WithSecret fresh =
        get(subscriptions()
                .rotate(
                    EngineFixture.OWNERS, old.subscription().id(), null, null, EngineFixture.ACTOR))
            .orElseThrow();

    assertThat(Duration.between(clock.instant(), fresh.subscription().formerSecretUntil()))
        .isBetween(Duration.ofHours(24).minusMillis(1), Duration.ofHours(24));
    assertThatThrownBy(
            () ->
                subscriptions()
                    .rotate(
                        EngineFixture.OWNERS,
                        old.subscription().id(),
                        null,
                        Duration.ofDays(7).plusNanos(1),
                        EngineFixture.ACTOR))
        .isInstanceOf(Refusal.Unprocessable.class);
    get(
        subscriptions()
            .rotate(
                EngineFixture.OWNERS,
                old.subscription().id(),
                null,
                Duration.ZERO,
                EngineFixture.ACTOR));
    submit("nothing");
    assertThat(receiver.next().header("webhook-signature").split(" ")).hasSize(1);
  }

  @Test
  void goneEndsTheSubscriptionAndWhatWaitsForIt() throws Exception {
    receiver.answers(status(500));
    WithSecret one = subscribe(null, List.of("succeeded"));
    submit("nothing");
    receiver.next();
    await(one, "waiting", 1);
    receiver.answers(status(410));
    submit("nothing");
    receiver.next();

    await("gone", () -> state(one).equals("gone"));

    await("all ended", () -> deliveries(one).stream().allMatch(d -> d.state().equals("gone")));
    Job untold = submit("nothing");
    engine.await(untold.id(), JobStatus.SUCCEEDED);
    assertThat(deliveries(one)).hasSize(2).noneMatch(DeliveryReport::maySendAgain);
    get(subscriptions().resume(EngineFixture.OWNERS, one.subscription().id(), EngineFixture.ACTOR));
    submit("nothing");
    receiver.next();
    assertThat(state(one)).isEqualTo("active");
  }

  @Test
  void aCallbackThatIsGoneIsNoSubscriptionThatIs() throws Exception {
    WithSecret one = subscribe(null, List.of("started", "succeeded"));
    String callback = "http://127.0.0.1:" + receiver.port() + "/callback";
    RequestedOptions options =
        new RequestedOptions(
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            new RequestedCallback(callback, List.of("succeeded"), null));
    receiver.answersAt("/callback", status(410));

    Job job = submit(OWNER, "test", "nothing", options);

    await(
        "three are settled",
        () ->
            engine.service().deliveries(job).stream()
                    .filter(one2 -> List.of("gone", "delivered").contains(one2.state()))
                    .count()
                == 3);
    assertThat(engine.service().deliveries(job))
        .filteredOn(report -> report.subscription() != null)
        .extracting(DeliveryReport::state)
        .containsExactly("delivered", "delivered");
    assertThat(state(one)).isEqualTo("active");
  }

  @Test
  void whoIsPausedIsToldNothingAndWhatWaitedCanBeSentAgain() throws Exception {
    receiver.answers(status(500));
    WithSecret one = subscribe(null, List.of("succeeded"));
    submit("nothing");
    receiver.next();
    await(one, "waiting", 1);

    assertThat(
            get(subscriptions()
                    .pause(EngineFixture.OWNERS, one.subscription().id(), EngineFixture.ACTOR))
                .orElseThrow()
                .state())
        .isEqualTo("paused");

    DeliveryReport dead = deliveries(one).get(0);
    assertThat(dead.state()).isEqualTo("dead");
    assertThat(get(subscriptions().sendAgain(one.subscription(), dead, EngineFixture.ACTOR)))
        .isFalse();
    engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    engine.pass(Duration.ofHours(1));
    assertThat(receiver.waiting()).isZero();
    assertThat(deliveries(one)).hasSize(1);
    get(subscriptions().resume(EngineFixture.OWNERS, one.subscription().id(), EngineFixture.ACTOR));
    assertThat(get(subscriptions().sendAgain(one.subscription(), dead, EngineFixture.ACTOR)))
        .isTrue();
    receiver.next();
    await(one, "delivered", 2);
    submit("nothing");
    receiver.next();
  }

  @Test
  void whatIsRemovedIsGoneWithAllThatWaitsForIt() throws Exception {
    receiver.answers(status(500));
    WithSecret one = subscribe(null, List.of("succeeded"));
    Job job = submit("nothing");
    receiver.next();
    await(one, "waiting", 1);

    assertThat(remove(one.subscription().id())).isEqualTo(Result.MADE);

    assertThat(subscriptions().find(EngineFixture.OWNERS, one.subscription().id())).isEmpty();
    assertThat(remove(one.subscription().id())).isEqualTo(Result.UNKNOWN);
    assertThat(engine.service().deliveries(job))
        .allSatisfy(
            report -> {
              assertThat(report.state()).isEqualTo("gone");
              assertThat(report.maySendAgain()).isFalse();
            });
    engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    engine.pass(Duration.ofHours(1));
    assertThat(receiver.waiting()).isZero();
    // And what is left goes with its job.
    clock.advance(Duration.ofDays(8));
    engine.everyTenSeconds();
    await("no deliveries", () -> rows("delivery") == 0);
  }

  /** As another server may do that has not heard yet that the subscription is gone. */
  @Test
  void whatIsWrittenDownForOneThatIsGoneIsDropped() throws Exception {
    receiver.answers(status(500));
    WithSecret one = subscribe(null, List.of("succeeded"));
    submit("nothing");
    receiver.next();
    await(one, "waiting", 1);
    engine.database.transaction(session -> session.update("delete from subscription"));

    engine.pass(Duration.ofHours(1));

    await("no deliveries", () -> rows("delivery") == 0);
    assertThat(rows("delivery_attempt")).isZero();
    assertThat(receiver.waiting()).isZero();
  }

  private int rows(String table) {
    return engine.database.read(
        session ->
            session
                .first(
                    "select cast(count(*) as integer) as n from " + table, row -> row.number("n"))
                .orElseThrow());
  }

  @Test
  void whatWasToldGoesWithItsJob() throws Exception {
    subscribe(null, List.of("succeeded", "expired"));
    for (int i = 0; i < 5; i++) {
      submit("nothing");
      receiver.next();
    }
    clock.advance(Duration.ofDays(8));

    engine.everyTenSeconds();

    for (int i = 0; i < 5; i++) {
      assertThat(receiver.next().body()).contains("dev.accepted.job.expired");
    }
    await("no deliveries", () -> rows("delivery") == 0);
    assertThat(rows("delivery_attempt")).isZero();
  }

  @Test
  void whatWaitsGoesToWhereTheReceiverHasMoved() throws Exception {
    receiver.answers(status(503));
    WithSecret one = subscribe(null, List.of("succeeded"));
    submit("nothing");
    receiver.next();
    await(one, "waiting", 1);

    RequestedSubscription moving = to("/moved", null, List.of("failed"), Map.of());
    assertThat(change(one.subscription().id(), moving, Optional.empty()).now()).isPresent();

    engine.pass(Duration.ofMinutes(2));
    Received moved = receiver.next();
    assertThat(moved.path()).isEqualTo("/moved");
    isSigned(moved, one.secret());
    await(one, "delivered", 2);
    engine.await(submit("nothing").id(), JobStatus.SUCCEEDED);
    submit("fail");
    assertThat(receiver.next().body()).contains("dev.accepted.job.failed");
  }

  @Test
  void whatIsNotAsItsClientHasSeenItStaysAsItIs() throws Exception {
    WithSecret one = subscribe(null, List.of("succeeded"));
    var id = one.subscription().id();
    Optional<SubscriptionReport> seen = subscriptions().find(EngineFixture.OWNERS, id);
    RequestedSubscription mine = to("/mine", null, List.of("failed"), Map.of());
    RequestedSubscription theirs = to("/theirs", null, List.of("canceled"), Map.of());

    clock.advance(Duration.ofSeconds(1));
    SubscriptionChange made = change(id, theirs, seen);
    assertThat(made.result()).isEqualTo(Result.MADE);

    assertThat(change(id, mine, seen)).isEqualTo(SubscriptionChange.NOT_AS_SEEN);
    assertThat(get(subscriptions().remove(EngineFixture.OWNERS, id, seen, EngineFixture.ACTOR)))
        .isEqualTo(SubscriptionChange.NOT_AS_SEEN);
    assertThat(subscriptions().find(EngineFixture.OWNERS, id)).isEqualTo(made.now());

    get(subscriptions().pause(EngineFixture.OWNERS, id, EngineFixture.ACTOR));
    assertThat(change(id, mine, made.now())).isEqualTo(SubscriptionChange.NOT_AS_SEEN);
    Optional<SubscriptionReport> paused = subscriptions().find(EngineFixture.OWNERS, id);
    assertThat(
            get(subscriptions().remove(EngineFixture.OWNERS, id, paused, EngineFixture.ACTOR))
                .result())
        .isEqualTo(Result.MADE);
    assertThat(subscriptions().find(EngineFixture.OWNERS, id)).isEmpty();
  }

  private SubscriptionChange change(
      UUID id, RequestedSubscription asked, Optional<SubscriptionReport> seen) throws Exception {
    return get(
        subscriptions().change(EngineFixture.OWNERS, id, seen, asked, LINKS, EngineFixture.ACTOR));
  }

  private Result remove(UUID id) throws Exception {
    return get(subscriptions()
            .remove(EngineFixture.OWNERS, id, Optional.empty(), EngineFixture.ACTOR))
        .result();
  }

  @Test
  void eachOwnerHasItsOwnAndOnlySoMany() throws Exception {
    RequestedSubscription any = to("/hook", null, null, Map.of());
    List<WithSecret> three =
        List.of(subscribe(null, null), subscribe(null, null), subscribe(null, null));

    assertThat(get(subscriptions().add(OWNER, any, LINKS, EngineFixture.ACTOR))).isEmpty();

    assertThat(get(subscriptions().add("somebody else", any, LINKS, EngineFixture.ACTOR)))
        .isPresent();
    assertThat(subscriptions().list(EngineFixture.OWNERS))
        .extracting(SubscriptionReport::id)
        .containsExactly(
            three.get(2).subscription().id(),
            three.get(1).subscription().id(),
            three.get(0).subscription().id());
    Owners others = new Owners.Only("somebody else");
    var theirs = subscriptions().list(others).get(0).id();
    assertThat(subscriptions().find(EngineFixture.OWNERS, theirs)).isEmpty();
    assertThat(get(subscriptions().pause(EngineFixture.OWNERS, theirs, EngineFixture.ACTOR)))
        .isEmpty();
    assertThat(
            get(
                subscriptions()
                    .rotate(EngineFixture.OWNERS, theirs, null, null, EngineFixture.ACTOR)))
        .isEmpty();
    assertThat(change(theirs, any, Optional.empty())).isEqualTo(SubscriptionChange.UNKNOWN);
    assertThat(remove(theirs)).isEqualTo(Result.UNKNOWN);
    assertThat(subscriptions().find(others, theirs))
        .map(SubscriptionReport::state)
        .contains("active");
  }

  @Test
  void allThatIsWrongIsTold() {
    RequestedSubscription wrong =
        new RequestedSubscription(
            "http://10.0.0.1/", List.of("tset"), List.of("progress"), Map.of("?", "x"), "password");

    assertThatThrownBy(() -> subscriptions().add(OWNER, wrong, LINKS, EngineFixture.ACTOR))
        .isInstanceOfSatisfying(
            Refusal.Unprocessable.class,
            refusal ->
                assertThat(refusal.violations())
                    .extracting("pointer")
                    .containsExactly("/url", "/types", "/events", "/labels", "/secret"));
  }

  @Test
  void aServerThatStartsKnowsThem() throws Exception {
    WithSecret one = subscribe(null, List.of("succeeded"));
    engine.close();
    engine = engine();

    submit("nothing");

    isSigned(receiver.next(), one.secret());
    assertThat(engine.engine.gauges().activeSubscriptions()).isEqualTo(1);
  }

  @Test
  void deliveriesComeInPages() throws Exception {
    WithSecret one = subscribe(null, List.of("succeeded"));
    for (int i = 0; i < 5; i++) {
      submit("nothing");
      receiver.next();
    }
    await("five", () -> deliveries(one).size() == 5);

    List<DeliveryReport> first = subscriptions().deliveries(one.subscription(), Long.MAX_VALUE, 3);
    List<DeliveryReport> rest =
        subscriptions().deliveries(one.subscription(), first.get(2).number(), 3);

    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(2);
    assertThat(first.get(2).number()).isGreaterThan(rest.get(0).number());
    await("the oldest has arrived", () -> deliveries(one).get(4).attempts().size() == 1);
  }
}
