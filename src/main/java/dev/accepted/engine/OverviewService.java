package dev.accepted.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.engine.activity.Activity;
import dev.accepted.engine.activity.Activity.Span;
import dev.accepted.engine.health.BoundedLook;
import dev.accepted.engine.overview.ServerStanding;
import dev.accepted.engine.overview.ServerStanding.Deliveries;
import dev.accepted.engine.overview.ServerStanding.Node;
import dev.accepted.engine.overview.ServerStanding.Queue;
import dev.accepted.engine.overview.ServerStanding.Slots;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.ActivityLog;
import dev.accepted.store.JobCounts;
import dev.accepted.store.NodeRow;
import dev.accepted.webhooks.Webhooks;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What is going on, for those who look all the time: the store is asked the same question every
 * five seconds at most, less often if it is slow, and whoever asks waits two seconds at most.
 */
public final class OverviewService {

  private static final Logger LOG = System.getLogger(OverviewService.class.getName());
  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long MOST_CALLERS = 200;

  private final Core core;
  private final Gauges gauges;
  private final Pauses pauses;
  private final Cache<Owners, BoundedLook<List<JobCounts.Count>>> counts;
  private final BoundedLook<List<NodeRow>> nodes;
  private final BoundedLook<Long> dead;
  private final Map<Span, BoundedLook<Activity>> activity = new EnumMap<>(Span.class);

  OverviewService(Core core, Gauges gauges, Pauses pauses, Webhooks webhooks) {
    this.core = core;
    this.gauges = gauges;
    this.pauses = pauses;
    this.counts = Caffeine.newBuilder().maximumSize(MOST_CALLERS).executor(Runnable::run).build();
    this.nodes = look(NodeRow::all);
    this.dead = look(webhooks::dead);
    for (Span span : Span.values()) {
      activity.put(span, look(session -> read(session, span)));
    }
  }

  private <T> BoundedLook<T> look(SqlWork<T> question) {
    return new BoundedLook<>(
        () -> core.database().read(question), core.executor(), core.clock(), REMEMBERED, PATIENCE);
  }

  private Activity read(Session session, Span span) throws SQLException {
    Instant now = core.clock().instant();
    return Activity.of(span, now, ActivityLog.since(session, span.from(now)));
  }

  /**
   * How many jobs these owners have, by type and status; empty if they can't be counted in time.
   */
  public Optional<Map<String, Map<JobStatus, Long>>> counts(Owners owners) {
    return counts
        .get(owners, whose -> look(session -> JobCounts.of(session, whose)))
        .answer()
        .map(OverviewService::byType);
  }

  private static Map<String, Map<JobStatus, Long>> byType(List<JobCounts.Count> counted) {
    Map<String, Map<JobStatus, Long>> types = new TreeMap<>();
    for (JobCounts.Count count : counted) {
      types
          .computeIfAbsent(count.type(), type -> new EnumMap<>(JobStatus.class))
          .put(count.status(), count.jobs());
    }
    return types;
  }

  /** What was done; empty if that can't be read in time. */
  public Optional<Activity> activity(Span span) {
    return Optional.ofNullable(activity.get(span)).flatMap(BoundedLook::answer);
  }

  /** How the server stands. */
  public ServerStanding server() {
    return new ServerStanding(
        new Slots(gauges.slotsInUse(), gauges.slots()),
        typeSlots(),
        gauges.queues(queue -> new Queue(queue.depth(), queue.oldest())),
        pauses.all(),
        nodes.answer().orElse(List.of()).stream().map(OverviewService::node).toList(),
        new Deliveries(waitingDeliveries(), deadDeliveries()),
        core.backlog().waiting(),
        core.backlog().limit(),
        gauges.waitingWrites(),
        gauges.abandonedThreads(),
        freeBytes());
  }

  private Map<String, Slots> typeSlots() {
    Map<String, Integer> inUse = gauges.typeSlotsInUse();
    Map<String, Slots> slots = new HashMap<>();
    gauges
        .typeSlots()
        .forEach((type, all) -> slots.put(type, new Slots(inUse.getOrDefault(type, 0), all)));
    return slots;
  }

  private static Node node(NodeRow row) {
    return new Node(
        row.name(), row.startedAt(), row.shared(), row.silent(), row.running(), row.self());
  }

  private OptionalLong waitingDeliveries() {
    return gauges.waitingDeliveries().stream().asLongStream().findAny();
  }

  private OptionalLong deadDeliveries() {
    return dead.answer().map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  private OptionalLong freeBytes() {
    try {
      return OptionalLong.of(Files.getFileStore(core.settings().data()).getUsableSpace());
    } catch (IOException unknown) {
      LOG.log(Level.DEBUG, "How much space is left can't be told", unknown);
      return OptionalLong.empty();
    }
  }
}
