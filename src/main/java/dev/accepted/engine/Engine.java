package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.engine.activity.ActivityCounts;
import dev.accepted.engine.health.EngineHealth;
import dev.accepted.engine.pace.ExpectedDurations;
import dev.accepted.engine.pace.Pace;
import dev.accepted.engine.pace.TypeDurations;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.threads.BatchExecutor;
import dev.accepted.engine.threads.UntilBegun;
import dev.accepted.events.EventFeed;
import dev.accepted.events.JobEvents;
import dev.accepted.job.JobType;
import dev.accepted.messages.Messages;
import dev.accepted.sql.Database;
import dev.accepted.sql.Hearing;
import dev.accepted.sql.Migrations;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.JobQueries;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The engine put together. It has no timer of its own: somebody calls {@link #everySecond}, {@link
 * #everyTenSeconds} and {@link #everyHour}.
 */
public final class Engine implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Engine.class.getName());
  private static final int DURATIONS = 500;

  private final UntilBegun tasks;
  private final Outlets outlets;
  private final Core core;
  private final Membership membership;
  private final Dispatcher dispatcher;
  private final Finisher finisher;
  private final Pauses pauses;
  private final Upkeep upkeep;
  private final Shutdown shutdown;
  private final JobService service;
  private final Neighbors neighbors;
  private final Hearing listening;
  private final Pace pace;
  private final EngineHealth health;
  private final Gauges gauges;
  private final OverviewService overview;

  /**
   * Puts the engine together, and brings its store up to date. Nothing runs before {@link #start}.
   *
   * @throws IOException if the content folder can't be used
   */
  public Engine(Environment given, Iterable<? extends JobType<?>> jobTypes) throws IOException {
    Settings settings = given.settings();
    Clock clock = given.clock();
    Database database = given.database();
    tasks = new UntilBegun(given.executor(), clock);
    Environment environment = given.on(tasks);
    Migrations.run(database, "db/jobs");
    JobTypes types = new JobTypes(jobTypes, settings);
    environment.observer().registered(types.names());
    membership = new Membership(database, settings.node(), settings.lease(), clock);
    membership.join();
    Executor replies = BatchExecutor.onFew(tasks);
    outlets = Outlets.of(environment, replies, BatchExecutor.onFewer(tasks), this::doubt);
    ActivityCounts counts = new ActivityCounts(clock);
    core = Core.of(environment, replies, outlets, types, counts);
    TypeDurations durations = new TypeDurations();
    durations.seed(database.read(session -> JobQueries.lastDurations(session, DURATIONS)));
    ExpectedDurations expected = new ExpectedDurations();
    pace = new Pace(clock, durations, expected);
    GroupCommit writer = core.writer();
    finisher = new Finisher(writer, core.transitions(), durations);
    ProgressRecorder recorder =
        new ProgressRecorder(core.running(), core.live(), core.events(), writer, clock);
    pauses = new Pauses(writer, database, clock);
    Worker worker = new Worker(core, recorder, finisher);
    Slots slots = new Slots(types, settings.slots());
    dispatcher = new Dispatcher(writer, slots, core.transitions(), clock, worker, pauses);
    gauges = new Gauges(core, slots, worker, membership, outlets.webhooks());
    shutdown = new Shutdown(core, dispatcher, membership);
    health = new EngineHealth(database, writer, core.executor(), clock);
    overview = new OverviewService(core, gauges, pauses, outlets.webhooks());
    Submissions submissions = new Submissions(core, dispatcher, expected);
    upkeep = new Upkeep(core, dispatcher, worker, recorder, submissions, counts);
    Interventions interventions = new Interventions(core, dispatcher);
    service = new JobService(core, submissions, interventions, pauses, outlets.webhooks());
    neighbors =
        new Neighbors(core, dispatcher, pauses, outlets.feed(), outlets.webhooks(), service.keys());
    listening = database.listen(neighbors, environment.threads());
  }

  /** It is not known whether a transaction happened. */
  private void doubt() {
    core.live().forget();
    neighbors.missed();
  }

  /** Rescues what an earlier process left running, and starts to work. */
  public void start() {
    service.keys().start();
    core.loadTurns();
    int rescued = upkeep.rescueAll();
    if (rescued > 0) {
      LOG.log(Level.INFO, "{0} jobs were cut off when the server stopped; they go on", rescued);
    }
    neighbors.start();
    wakeAll();
  }

  /** Looks at all types, whatever is known of them. */
  private void wakeAll() {
    dispatcher.markLater(core.types().names());
  }

  /**
   * Shows and stores progress, wakes and submits what is due, stops what is late. The future is
   * done when the store has it.
   */
  public CompletableFuture<Void> everySecond() {
    tasks.runOnce();
    health.tick();
    finisher.runOnce();
    upkeep.stopLate();
    dispatcher.wake();
    neighbors.runOnce();
    outlets.everySecond();
    return upkeep.everySecond();
  }

  /**
   * Shows the other servers that this one lives; to be called every second, whatever the other
   * passes do.
   */
  public boolean renewLease() {
    return membership.renew();
  }

  /** Expires what is old, and stores what was counted; tells how many jobs have expired. */
  public CompletableFuture<Integer> everyTenSeconds() {
    if (core.database().isShared()) {
      pauses.reload();
      core.backlog().recount(core.database());
      core.forgetTurns();
    }
    wakeAll();
    outlets.webhooks().everyTenSeconds();
    CompletableFuture<Void> noted = service.keys().everyTenSeconds();
    return upkeep.everyTenSeconds().thenCombine(noted, (expired, done) -> expired);
  }

  /** Drops content that no job claims; returns how much. */
  public int everyHour() throws IOException {
    return upkeep.everyHour();
  }

  /** The door. */
  public JobService service() {
    return service;
  }

  /** The job types. */
  public JobTypes types() {
    return core.types();
  }

  /** When to ask again. */
  public Pace pace() {
    return pace;
  }

  /** Whether it works. */
  public EngineHealth health() {
    return health;
  }

  /** How full it is. */
  public Gauges gauges() {
    return gauges;
  }

  /** What is going on. */
  public OverviewService overview() {
    return overview;
  }

  /** Where to listen. */
  public JobEvents events() {
    return outlets.events();
  }

  /** What is published. */
  public Messages messages() {
    return outlets.messages();
  }

  /** What to follow. */
  public EventFeed feed() {
    return outlets.feed();
  }

  /**
   * Claims no more, waits for what runs, and hands back what still does then: it goes on at the
   * next start or on another server, without having spent an attempt. Waits a while for that.
   *
   * @param drain how long what runs may go on
   */
  public void stop(Duration drain) {
    turnAway();
    shutdown.run(drain);
  }

  /** Ends what waits for news, and says that nothing new is for this node, which is to stop. */
  public void turnAway() {
    health.drain();
    outlets.end();
  }

  /** The node goes on after {@link #turnAway}. */
  public void goOn() {
    health.resume();
    outlets.resume();
  }

  /** {@link #stop}s, stores what is still to be stored, and closes the store. */
  @Override
  public void close() {
    stop(Duration.ZERO);
    listening.close();
    outlets.close();
    membership.leave();
    core.database().close();
    try {
      core.contents().close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "This node's work is left to the sweeps of others", e);
    }
  }
}
