package dev.accepted.engine.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How the server stands, whoever's the jobs are. What the store could not tell in time is empty.
 *
 * @param slots this node's worker slots
 * @param typeSlots the same, by type
 * @param queues by type, what is ready for a slot
 * @param paused by type, since when none of its jobs is started
 * @param nodes those that share the store
 * @param deliveries webhooks that are to be sent, and that were given up
 * @param waiting the jobs that wait, for their time or for a slot
 * @param mostWaiting so many may
 * @param waitingWrites writes that wait for the store, on this node
 * @param abandonedThreads threads in job code that was told to stop and did not, on this node
 * @param freeBytes what is left on the disk of this node's data
 */
public record ServerStanding(
    Slots slots,
    Map<String, Slots> typeSlots,
    Map<String, Queue> queues,
    Map<String, Instant> paused,
    List<Node> nodes,
    Deliveries deliveries,
    long waiting,
    long mostWaiting,
    int waitingWrites,
    int abandonedThreads,
    OptionalLong freeBytes) {

  /** How many jobs run, and how many may at once. */
  public record Slots(int inUse, int all) {}

  /**
   * Jobs that are ready.
   *
   * @param oldest how long the oldest is wanted already; zero if there is none
   */
  public record Queue(long depth, Duration oldest) {}

  /**
   * A server that shares the store.
   *
   * @param shared whether there can be others, so that it holds a lease
   * @param silent whether that has run out: it has not shown itself in time
   * @param running how many jobs it runs
   * @param self whether it is the one that tells
   */
  public record Node(
      String name, Instant startedAt, boolean shared, boolean silent, long running, boolean self) {}

  /**
   * Webhooks; up to a bound each, and empty if that is not known.
   *
   * @param waiting to be sent, or being sent
   * @param dead given up
   */
  public record Deliveries(OptionalLong waiting, OptionalLong dead) {}
}
