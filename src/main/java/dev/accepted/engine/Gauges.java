package dev.accepted.engine;

import dev.accepted.engine.health.BoundedLook;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.Nodes;
import dev.accepted.store.ReadyJobs;
import dev.accepted.webhooks.Webhooks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** What can be read off the engine at any moment. */
public final class Gauges {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Core core;
  private final Slots slots;
  private final Worker worker;
  private final Membership membership;
  private final BoundedLook<Map<String, ReadyJobs>> ready;
  private final BoundedLook<Integer> nodes;
  private final BoundedLook<Integer> deliveries;
  private final Webhooks webhooks;

  Gauges(Core core, Slots slots, Worker worker, Membership membership, Webhooks webhooks) {
    this.core = core;
    this.worker = worker;
    this.slots = slots;
    this.membership = membership;
    this.ready = look(this::ready);
    this.nodes = look(Nodes::count);
    this.deliveries = look(webhooks::unsettled);
    this.webhooks = webhooks;
  }

  private <T> BoundedLook<T> look(SqlWork<T> question) {
    return new BoundedLook<>(
        () -> core.database().read(question), core.executor(), core.clock(), REMEMBERED, PATIENCE);
  }

  /**
   * The jobs of a type that are ready for a slot.
   *
   * @param oldest how long the oldest of them is wanted already; zero if there is none
   */
  public record Queue(long depth, Duration oldest) {}

  private Map<String, ReadyJobs> ready(Session session) throws SQLException {
    Map<String, ReadyJobs> found = new HashMap<>();
    for (RegisteredType type : core.types().all()) {
      found.put(type.name(), ReadyJobs.of(session, type.name()));
    }
    return found;
  }

  /**
   * The ready jobs by type, of all nodes that share the store. The store is looked at every five
   * seconds at most, with one query a type; less often if that takes long. Empty if the store
   * doesn't answer within two seconds.
   *
   * @param figure what of a type's queue is wanted
   */
  public <T> Map<String, T> queues(Function<Queue, T> figure) {
    Instant now = core.clock().instant();
    Map<String, T> queues = new HashMap<>();
    ready
        .answer()
        .orElse(Map.of())
        .forEach(
            (type, jobs) ->
                queues.put(type, figure.apply(new Queue(jobs.number(), age(jobs, now)))));
    return queues;
  }

  private static Duration age(ReadyJobs jobs, Instant now) {
    Instant oldest = jobs.oldest();
    return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
  }

  /**
   * How many nodes hold a lease, this one among them; looked at every five seconds at most. Empty
   * if the store doesn't answer within two seconds.
   */
  public OptionalInt nodes() {
    return nodes.answer().map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /**
   * How many deliveries of webhooks are to be sent or are being sent, by all nodes that share the
   * store, up to 100,000; looked at every five seconds at most. Empty if the store doesn't answer
   * within two seconds.
   */
  public OptionalInt waitingDeliveries() {
    return deliveries.answer().map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /** How many standing subscriptions of webhooks are active, as far as this node knows. */
  public int activeSubscriptions() {
    return webhooks.activeSubscriptions();
  }

  /** How long ago this node renewed its lease, where several share the store; zero elsewhere. */
  public Duration leaseAge() {
    return membership.age();
  }

  /** How many jobs may run at once on this node. */
  public int slots() {
    return core.settings().slots();
  }

  /** How many of them run. */
  public int slotsInUse() {
    return slots() - slots.idle();
  }

  /** By type, how many jobs of it may run at once on this node. */
  public Map<String, Integer> typeSlots() {
    return slots.all();
  }

  /** By type, how many of them run. */
  public Map<String, Integer> typeSlotsInUse() {
    return slots.inUse();
  }

  /** How many threads are in job code that was told to stop, did not, and was given up. */
  public int abandonedThreads() {
    return worker.abandonedThreads();
  }

  /** How many writes wait for the store. */
  public int waitingWrites() {
    return core.writer().waiting();
  }
}
