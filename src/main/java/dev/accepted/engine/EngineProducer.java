package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.config.SharedDatabase;
import dev.accepted.engine.health.EngineHealth;
import dev.accepted.engine.pace.Pace;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.events.EventFeed;
import dev.accepted.events.JobEvents;
import dev.accepted.guard.secrets.ServerSecret;
import dev.accepted.job.BulkActions;
import dev.accepted.job.JobType;
import dev.accepted.messages.MessageTopic;
import dev.accepted.messages.Messages;
import dev.accepted.messages.TopicLookup;
import dev.accepted.outbound.NameResolver;
import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.PostgresDatabase;
import dev.accepted.webhooks.EventBodies;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Puts the engine together from what the server has, and hands out its parts. */
@ApplicationScoped
@ManagedExecutorDefinition(
    name = EngineProducer.EXECUTOR,
    context = "java:comp/DefaultContextService",
    hungTaskThreshold = 7 * 24 * 3600 * 1000L,
    maxAsync = 128)
@SuppressWarnings("BanJNDI") // the names are the operator's, never a client's
public class EngineProducer {

  /** The application's own executor. */
  static final String EXECUTOR = "java:app/concurrent/accepted";

  private static final int CONNECTIONS = 16;

  @Resource private ManagedThreadFactory threads;

  /** The engine; it has not started yet. */
  @Produces
  @Singleton
  public Engine engine(
      Settings settings,
      Clock clock,
      EngineObserver observer,
      EventBodies bodies,
      @Any Instance<JobType<?>> types)
      throws IOException, NamingException {
    Optional<MessageTopic> topic = settings.messages().map(TopicLookup::find);
    Files.createDirectories(settings.data());
    Database database = database(settings);
    boolean made = false;
    try {
      Engine engine =
          new Engine(
              new Environment(
                  settings,
                  clock,
                  database,
                  InitialContext.<ManagedExecutorService>doLookup(
                      settings.executor().orElse(EXECUTOR)),
                  threads,
                  observer,
                  bodies,
                  NameResolver.SYSTEM,
                  topic),
              types);
      made = true;
      return engine;
    } finally {
      if (!made) {
        // Or the application could not be deployed again: the file would stay locked.
        database.close();
      }
    }
  }

  private static Database database(Settings settings) throws NamingException {
    if (settings.store().isPresent()) {
      SharedDatabase shared = settings.store().get();
      return PostgresDatabase.open(shared.url(), shared.user(), shared.password(), CONNECTIONS);
    }
    if (settings.datasource().isPresent()) {
      return EmbeddedDatabase.over(
          InitialContext.<DataSource>doLookup(settings.datasource().get()), settings.powerSafe());
    }
    return EmbeddedDatabase.open(
        settings.data().resolve("jobs"), settings.powerSafe(), CONNECTIONS, false);
  }

  /** Stops it with the application. */
  void close(@Disposes Engine engine) {
    engine.close();
  }

  @Produces
  public JobService service(Engine engine) {
    return engine.service();
  }

  /**
   * For the job type that acts on others; it must not ask before the engine, which has it, is made.
   */
  @Produces
  public BulkActions bulk(Engine engine) {
    return engine.service().bulk();
  }

  @Produces
  public SubscriptionService subscriptions(Engine engine) {
    return engine.service().subscriptions();
  }

  @Produces
  public ScheduleService schedules(Engine engine) {
    return engine.service().schedules();
  }

  @Produces
  public Uploads uploads(Engine engine) {
    return engine.service().uploads();
  }

  @Produces
  public KeyService keys(Engine engine) {
    return engine.service().keys();
  }

  @Produces
  public SessionService sessions(Engine engine) {
    return engine.service().sessions();
  }

  @Produces
  public ServerSecret secret(Engine engine) {
    return engine.service().sessions().secret();
  }

  @Produces
  public AuditService audit(Engine engine) {
    return engine.service().audit();
  }

  @Produces
  public JobTypes types(Engine engine) {
    return engine.types();
  }

  @Produces
  public Pace pace(Engine engine) {
    return engine.pace();
  }

  @Produces
  public EngineHealth health(Engine engine) {
    return engine.health();
  }

  @Produces
  public Gauges gauges(Engine engine) {
    return engine.gauges();
  }

  @Produces
  public OverviewService overview(Engine engine) {
    return engine.overview();
  }

  @Produces
  public EventFeed feed(Engine engine) {
    return engine.feed();
  }

  @Produces
  public Messages messages(Engine engine) {
    return engine.messages();
  }

  @Produces
  public JobEvents events(Engine engine) {
    return engine.events();
  }
}
