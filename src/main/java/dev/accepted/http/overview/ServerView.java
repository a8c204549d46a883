package dev.accepted.http.overview;

import dev.accepted.engine.overview.ServerStanding;
import dev.accepted.engine.overview.ServerStanding.Node;
import dev.accepted.engine.overview.ServerStanding.Queue;
import dev.accepted.engine.overview.ServerStanding.Slots;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the server stands.
 *
 * @param slots worker slots of the node that answers
 * @param queue how many jobs wait, for their time or for a slot
 * @param types the registered types, by name
 * @param nodes those that share the store
 * @param deliveries webhooks
 * @param offenders who is not listened to for a while, on the node that answers
 */
public record ServerView(
    SlotsView slots,
    QueueView queue,
    List<TypeView> types,
    List<NodeView> nodes,
    DeliveriesView deliveries,
    int offenders) {

  /** How many jobs run, and how many may at once. */
  public record SlotsView(int inUse, int all) {

    static SlotsView of(Slots slots) {
      return new SlotsView(slots.inUse(), slots.all());
    }
  }

  /** How many wait, and how many may. */
  public record QueueView(long waiting, long limit) {}

  /**
   * One type.
   *
   * @param ready jobs that wait for a slot; null if that is not known now
   * @param oldest how long the oldest of them is wanted already, in seconds; null if there is none
   * @param pausedSince null if its jobs are started
   */
  public record TypeView(
      String type,
      SlotsView slots,
      @Nullable Long ready,
      @Nullable Long oldest,
      @Nullable Instant pausedSince) {}

  /**
   * A node.
   *
   * @param shared whether there can be others, so that it holds a lease
   * @param silent whether that has run out: it has not shown itself in time
   * @param self whether it is the one that answers
   */
  public record NodeView(
      String name, Instant startedAt, boolean shared, boolean silent, long running, boolean self) {

    static NodeView of(Node node) {
      return new NodeView(
          node.name(), node.startedAt(), node.shared(), node.silent(), node.running(), node.self());
    }
  }

  /** Webhooks that are to be sent, and that were given up; null where that is not known now. */
  public record DeliveriesView(@Nullable Long waiting, @Nullable Long dead) {}

  static ServerView of(ServerStanding standing, int offenders) {
    return new ServerView(
        SlotsView.of(standing.slots()),
        new QueueView(standing.waiting(), standing.mostWaiting()),
        types(standing),
        standing.nodes().stream().map(NodeView::of).toList(),
        new DeliveriesView(
            orNull(standing.deliveries().waiting()), orNull(standing.deliveries().dead())),
        offenders);
  }

  private static List<TypeView> types(ServerStanding standing) {
    Map<String, Slots> slots = new TreeMap<>(standing.typeSlots());
    return slots.entrySet().stream()
        .map(
            type -> {
              Queue queue = standing.queues().get(type.getKey());
              return new TypeView(
                  type.getKey(),
                  SlotsView.of(type.getValue()),
                  queue == null ? null : queue.depth(),
                  queue == null || queue.depth() == 0 ? null : queue.oldest().toSeconds(),
                  standing.paused().get(type.getKey()));
            })
        .toList();
  }

  private static @Nullable Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
