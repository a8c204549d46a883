package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.content.ContentStore;
import dev.accepted.content.ContentStores;
import dev.accepted.engine.health.EngineHealth;
import dev.accepted.engine.intake.Inputs;
import dev.accepted.engine.pace.ExpectedDurations;
import dev.accepted.engine.pace.Pace;
import dev.accepted.engine.pace.TypeDurations;
import dev.accepted.engine.quota.Quotas;
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
import dev.accepted.webhooks.EventOutbox;
import dev.accepted.webhooks.Webhooks;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
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
  private final Core core;
  private final JobEvents events;
  private final EventFeed feed;
  private final Membership membership;
  private final Webhooks webhooks;
  private final Messages messages;
  private final Shutdown shutdown;
  private final Neighbors neighbors;
  private final HeldJobs heldJobs;
  private final Hearing listening;
  private final Dispatcher dispatcher;
  private final Finisher finisher;
  private final Worker worker;
  private final Pauses pauses;
  private final ProgressRecorder recorder;
  private final Rescuer rescuer;
  private final DueJobs dueJobs;
  private final LateJobs lateJobs;
  private final Expirer expirer;
  private final Chronicler chronicler;
  private final Sweeper sweeper;
  private final JobService service;
  private final Pace pace;
  private final EngineHealth health;
  private final Gauges gauges;

  /**
   * Puts the engine together, and brings its store up to date. Nothing runs before {@link #start}.
   *
   * @throws IOException if the content folder can't be used
   */
  public Engine(Environment given, Iterable<? extends JobType<?>> jobTypes) throws IOException {
    Settings settings = given.settings();
    Clock clock = given.clock();
    tasks = new UntilBegun(given.executor(), clock);
    Environment environment = given.on(tasks);
    Database database = environment.database();
    Migrations.run(database, "db/jobs");
    JobTypes types = new JobTypes(jobTypes, settings);
    EngineObserver observer = environment.observer();
    observer.registered(types.names());
    Executor replies = BatchExecutor.onFew(environment.executor());
    events = new JobEvents(replies);
    // Threads of its own, and not as many: streams must not hold up answers.
    feed = new EventFeed(database, BatchExecutor.onFewer(environment.executor()));
    membership = new Membership(database, settings.node(), settings.lease(), clock);
    membership.join();
    LiveJobs live = new LiveJobs();
    ContentStore contents =
        ContentStores.open(settings, UUID.randomUUID().toString(), !database.isShared());
    TypeDurations durations = new TypeDurations();
    durations.seed(database.read(session -> JobQueries.lastDurations(session, DURATIONS)));
    EventOutbox outbox = new EventOutbox(environment.bodies());
    News news = new News(feed, outbox, this::doubt);
    GroupCommit writer = new GroupCommit(database, environment.threads(), news, observer, outbox);
    webhooks = new Webhooks(environment.ofWebhooks(), writer, outbox);
    messages = new Messages(environment.ofMessages(), writer, feed);
    Backlog backlog = Backlog.counted(settings.queueLimit(), database);
    core =
        new Core(
            settings,
            clock,
            environment.executor(),
            replies,
            database,
            writer,
            contents,
            types,
            new Inputs(types),
            live,
            new Transitions(live, events, backlog, observer),
            new RunningAttempts(),
            backlog,
            events,
            observer,
            new Quotas(settings.quotas(), clock));
    ExpectedDurations expected = new ExpectedDurations();
    pace = new Pace(clock, durations, expected);
    finisher = new Finisher(writer, core.transitions(), durations);
    recorder = new ProgressRecorder(core.running(), live, events, writer, clock);
    pauses = new Pauses(writer, database, clock);
    worker = new Worker(core, recorder, finisher);
    Slots slots = new Slots(types, settings.slots());
    dispatcher = new Dispatcher(writer, slots, core.transitions(), clock, worker, pauses);
    gauges = new Gauges(core, slots, worker, membership, webhooks);
    shutdown = new Shutdown(core, dispatcher, membership);
    health = new EngineHealth(database, writer, core.executor(), clock);
    rescuer = new Rescuer(writer, core.transitions(), clock, types, settings.lease());
    dueJobs = new DueJobs(writer, core.transitions(), dispatcher, clock);
    lateJobs = new LateJobs(core.running(), worker, clock);
    expirer = new Expirer(core);
    chronicler = new Chronicler(core);
    sweeper = new Sweeper(core);
    heldJobs = new HeldJobs(core);
    Submissions submissions = new Submissions(core, dispatcher, expected);
    Interventions interventions = new Interventions(core, dispatcher);
    service = new JobService(core, submissions, interventions, pauses, webhooks);
    neighbors = new Neighbors(core, dispatcher, pauses, feed, webhooks, service.keys());
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
    int rescued = rescuer.runAll();
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
   * Shows and stores progress, wakes what is due, stops what is late. The future is done when the
   * store has it.
   */
  public CompletableFuture<Void> everySecond() {
    tasks.runOnce();
    health.tick();
    finisher.runOnce();
    lateJobs.runOnce();
    dispatcher.wake();
    neighbors.runOnce();
    feed.tellSoon();
    webhooks.everySecond();
    messages.everySecond();
    return CompletableFuture.allOf(
        recorder.runOnce(), dueJobs.runOnce(), heldJobs.runOnce(), rescue());
  }

  /** A store that nobody shares has nothing to rescue once it has started. */
  private CompletableFuture<Integer> rescue() {
    return core.database().isShared() ? rescuer.runOnce() : CompletableFuture.completedFuture(0);
  }

  /**
   * Shows the other servers that this one lives; to be called every second, whatever the other
   * passes do.
   */
  public boolean renewLease() {
    return membership.renew();
  }

  /** Expires what is old; tells how many jobs that were. */
  public CompletableFuture<Integer> everyTenSeconds() {
    if (core.database().isShared()) {
      pauses.reload();
      core.backlog().recount(core.database());
      core.forgetTurns();
    }
    wakeAll();
    webhooks.everyTenSeconds();
    CompletableFuture<Void> noted = service.keys().everyTenSeconds();
    return CompletableFuture.allOf(noted, chronicler.runOnce())
        .thenCombine(expirer.runOnce(), (done, expired) -> expired);
  }

  /** Drops content that no job claims; returns how much. */
  public int everyHour() throws IOException {
    return sweeper.runOnce();
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

  /** Where to listen. */
  public JobEvents events() {
    return events;
  }

  /** What is published. */
  public Messages messages() {
    return messages;
  }

  /** What to follow. */
  public EventFeed feed() {
    return feed;
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
    events.end();
    feed.end();
  }

  /** The node goes on after {@link #turnAway}. */
  public void goOn() {
    health.resume();
    events.resume();
    feed.resume();
  }

  /** {@link #stop}s, stores what is still to be stored, and closes the store. */
  @Override
  public void close() {
    stop(Duration.ZERO);
    listening.close();
    webhooks.close();
    messages.close();
    core.writer().close();
    membership.leave();
    core.database().close();
    try {
      core.contents().close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "This node's work is left to the sweeps of others", e);
    }
  }
}
