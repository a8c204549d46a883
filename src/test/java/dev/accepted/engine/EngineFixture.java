package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.events.EventFeed;
import dev.accepted.events.Subscription;
import dev.accepted.http.job.CloudEvents;
import dev.accepted.job.Actor;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.JobType;
import dev.accepted.job.Owners;
import dev.accepted.job.SettableClock;
import dev.accepted.messages.MessageTopic;
import dev.accepted.outbound.NameResolver;
import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A whole engine on a real database in a folder of its own, with a clock that a test moves. */
public final class EngineFixture implements AutoCloseable {

  public static final String OWNER = "tester";
  public static final Owners OWNERS = new Owners.Only(OWNER);
  public static final Actor ACTOR = new Actor(OWNER, "192.0.2.1");
  public static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final UnaryOperator<Executor> SERVER_S = UnaryOperator.identity();
  private static final long PATIENCE_SECONDS = PATIENCE.toSeconds();

  public final SettableClock clock;
  public final Settings settings;
  public final Database database;
  public final Engine engine;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public EngineFixture(Settings settings, SettableClock clock, JobType<?>... types)
      throws IOException {
    this(
        settings,
        clock,
        embedded(settings),
        EngineObserver.NONE,
        Optional.empty(),
        SERVER_S,
        types);
  }

  /** One whose server does something else with tasks than to run them. */
  public EngineFixture(
      Settings settings, SettableClock clock, UnaryOperator<Executor> executor, JobType<?>... types)
      throws IOException {
    this(
        settings,
        clock,
        embedded(settings),
        EngineObserver.NONE,
        Optional.empty(),
        executor,
        types);
  }

  private static Database embedded(Settings settings) throws IOException {
    Files.createDirectories(settings.data());
    return EmbeddedDatabase.open(settings.data().resolve("jobs"), false, 8, false);
  }

  /** An engine on that database, which is closed with it. */
  public EngineFixture(
      Settings settings, SettableClock clock, Database database, JobType<?>... types)
      throws IOException {
    this(settings, clock, database, EngineObserver.NONE, Optional.empty(), SERVER_S, types);
  }

  /** The same, and its events are published there. */
  public EngineFixture(
      Settings settings,
      SettableClock clock,
      Database database,
      MessageTopic topic,
      JobType<?>... types)
      throws IOException {
    this(settings, clock, database, EngineObserver.NONE, Optional.of(topic), SERVER_S, types);
  }

  /** One whose doings somebody counts. */
  public EngineFixture(
      Settings settings, SettableClock clock, EngineObserver observer, JobType<?>... types)
      throws IOException {
    this(settings, clock, embedded(settings), observer, Optional.empty(), SERVER_S, types);
  }

  private EngineFixture(
      Settings settings,
      SettableClock clock,
      Database database,
      EngineObserver observer,
      Optional<MessageTopic> topic,
      UnaryOperator<Executor> executor,
      JobType<?>... types)
      throws IOException {
    this.settings = settings;
    this.clock = clock;
    this.database = database;
    engine =
        new Engine(
            new Environment(
                settings,
                clock,
                database,
                executor.apply(threads),
                Thread::new,
                observer,
                new CloudEvents(),
                NameResolver.SYSTEM,
                topic),
            List.of(types));
    engine.start();
  }

  public EngineFixture(Path folder, JobType<?>... types) throws IOException {
    this(Settings.in(folder), new SettableClock(), types);
  }

  public JobService service() {
    return engine.service();
  }

  public EventFeed feed() {
    return engine.feed();
  }

  /** Runs the pass that ten seconds bring. */
  public void everyTenSeconds() throws Exception {
    engine.everyTenSeconds().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Stops it as a server does that is told to; it is not closed yet. */
  public void stop(Duration drain) {
    engine.stop(drain);
  }

  /** A submission of that act. */
  public static NewJob job(String type, String act, RequestedOptions options) {
    return new NewJob(
        OWNER, type, Json.createObjectBuilder().add("act", act).build(), null, options, null);
  }

  public Job submit(String type, String act) throws Exception {
    return submit(job(type, act, RequestedOptions.NONE));
  }

  public Job submit(NewJob job) throws Exception {
    return service().submit(job).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  public Job find(JobId id) {
    if (service().find(OWNERS, id) instanceof Lookup.Found found) {
      return found.job();
    }
    throw new AssertionError("no job " + id);
  }

  /** Removes a job, as its owner does. */
  public void remove(JobId id) throws Exception {
    service()
        .remove(OWNERS, id, ACTOR)
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits until the job is as wanted. */
  public Job await(JobId id, Predicate<Job> wanted) throws Exception {
    CompletableFuture<Job> reached = new CompletableFuture<>();
    try (Subscription ignored =
        engine
            .events()
            .subscribe(
                id,
                event -> {
                  if (wanted.test(event.job())) {
                    reached.complete(event.job());
                  }
                })) {
      Job now = find(id);
      return wanted.test(now) ? now : reached.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  public Job await(JobId id, JobStatus status) throws Exception {
    return await(id, job -> job.status() == status);
  }

  /** Moves the clock, and runs the pass that a second brings. */
  public void pass(Duration duration) throws Exception {
    clock.advance(duration);
    engine.everySecond().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    engine.close();
    threads.shutdownNow();
  }
}
