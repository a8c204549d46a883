package dev.accepted.webhooks;

import dev.accepted.config.WebhookSettings;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import dev.accepted.store.Delivery;
import dev.accepted.store.DeliveryQueries;
import dev.accepted.store.DeliveryStore;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.SubscriptionQueries;
import dev.accepted.store.SubscriptionStore;
import dev.accepted.store.WebhookSubscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes deliveries that are due, as many as there is room for. Whoever takes one has it for a
 * while; if nothing is heard of it by then, another may take it, here or on another server.
 */
final class Taker {

  private static final Logger LOG = System.getLogger(Taker.class.getName());

  /** How much longer than an answer may take a delivery is kept from others. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private static final int LOOKED_AT = 100;

  private final Database database;
  private final GroupCommit writer;
  private final Clock clock;
  private final Executor executor;
  private final WebhookSettings settings;
  private final InFlight inFlight;
  private final Sender sender;

  /** How often it was asked to look, since it last had done with that. */
  private final AtomicInteger asked = new AtomicInteger();

  private volatile boolean stopped;

  Taker(
      Database database,
      GroupCommit writer,
      Clock clock,
      Executor executor,
      WebhookSettings settings,
      InFlight inFlight,
      Sender sender) {
    this.database = database;
    this.writer = writer;
    this.clock = clock;
    this.executor = executor;
    this.settings = settings;
    this.inFlight = inFlight;
    this.sender = sender;
  }

  /** Takes no more. */
  void stop() {
    stopped = true;
  }

  /** Looks soon, on another thread; one look at a time. */
  void wake() {
    if (!stopped && asked.getAndIncrement() == 0) {
      start();
    }
  }

  private void start() {
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "The server stops; deliveries wait for its next start", stopping);
      asked.set(0);
    }
  }

  private void run() {
    int answered = asked.get();
    look()
        .whenComplete(
            (taken, failure) -> {
              if (failure != null) {
                LOG.log(Level.WARNING, "Deliveries could not be taken; the next pass tries again");
                LOG.log(Level.DEBUG, "The failure", failure);
              }
              boolean more = failure == null && taken > 0;
              if (asked.addAndGet(more ? 0 : -answered) > 0 && !stopped) {
                start();
              }
            });
  }

  private CompletableFuture<Integer> look() {
    Instant now = clock.instant();
    if (stopped || inFlight.room() < 1) {
      return CompletableFuture.completedFuture(0);
    }
    try {
      boolean due = database.read(session -> DeliveryQueries.isDue(session, now));
      return due ? take(now) : CompletableFuture.completedFuture(0);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  /**
   * What came of a look.
   *
   * @param number how many deliveries are no longer due, those among them that nobody is sent
   */
  private record Taken(List<Delivery> toSend, int number) {}

  private CompletableFuture<Integer> take(Instant now) {
    Instant until = now.plus(settings.timeout()).plus(GRACE);
    Instant deadline = now.plus(settings.timeout());
    return writer
        .write(
            session -> take(session, now, until),
            taken -> taken.toSend().forEach(one -> sender.begin(new Sending(one, deadline))))
        .thenApply(Taken::number);
  }

  private Taken take(Session session, Instant now, Instant until) throws SQLException {
    List<Delivery> due = DeliveryStore.due(session, now, inFlight.fullHosts(), LOOKED_AT);
    List<Delivery> fitting = inFlight.fitting(due);
    Map<UUID, Optional<WebhookSubscription>> subscriptions = subscriptions(session, fitting);
    List<Delivery> toSend = new ArrayList<>();
    for (Delivery one : fitting) {
      Optional<Delivery> addressed = addressed(session, one, subscriptions, now);
      if (addressed.isPresent()) {
        toSend.add(DeliveryStore.take(session, addressed.get(), now, until));
      }
    }
    return new Taken(toSend, fitting.size());
  }

  /** As they are now: with the secrets that count, and where their receivers are. */
  private static Map<UUID, Optional<WebhookSubscription>> subscriptions(
      Session session, List<Delivery> deliveries) throws SQLException {
    Map<UUID, Optional<WebhookSubscription>> found = new HashMap<>();
    for (Delivery one : deliveries) {
      UUID id = one.subscription();
      if (id != null && !found.containsKey(id)) {
        found.put(id, SubscriptionQueries.find(session, id));
      }
    }
    return found;
  }

  /** What is left of subscriptions that are told nothing any more ends here. */
  private static Optional<Delivery> addressed(
      Session session,
      Delivery due,
      Map<UUID, Optional<WebhookSubscription>> subscriptions,
      Instant now)
      throws SQLException {
    if (due.subscription() == null) {
      return Optional.of(due);
    }
    Optional<WebhookSubscription> to =
        subscriptions.getOrDefault(due.subscription(), Optional.empty());
    if (to.isEmpty()) {
      DeliveryStore.drop(session, due);
      return Optional.empty();
    }
    if (!to.get().isActive()) {
      DeliveryStore.end(session, due, SubscriptionStore.endOfWaiting(to.get().state()));
      return Optional.empty();
    }
    return Optional.of(due.of(to.get(), now));
  }
}
