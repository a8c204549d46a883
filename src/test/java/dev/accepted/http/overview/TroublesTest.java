package dev.accepted.http.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.engine.activity.Activity;
import dev.accepted.engine.activity.Point;
import dev.accepted.engine.overview.ServerStanding;
import dev.accepted.engine.overview.ServerStanding.Deliveries;
import dev.accepted.engine.overview.ServerStanding.Node;
import dev.accepted.engine.overview.ServerStanding.Queue;
import dev.accepted.engine.overview.ServerStanding.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroublesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Queue EMPTY = new Queue(0, Duration.ZERO);
  private static final long SPACE = 100L << 30;

  private Slots slots = new Slots(1, 4);
  private Queue queue = EMPTY;
  private Map<String, Instant> paused = Map.of();
  private boolean silent;
  private Deliveries deliveries = new Deliveries(OptionalLong.of(0), OptionalLong.of(0));
  private long waiting;
  private int writes;
  private int stuck;
  private OptionalLong space = OptionalLong.of(SPACE);
  private @Nullable Activity hour;
  private int offenders;

  private List<Trouble> troubles() {
    ServerStanding standing =
        new ServerStanding(
            slots,
            Map.of("report", slots),
            Map.of("report", queue),
            paused,
            List.of(new Node("web-2", NOW, true, silent, 2, false)),
            deliveries,
            waiting,
            1_000,
            writes,
            stuck,
            space);
    return Troubles.of(standing, hour, offenders);
  }

  private void assertTrouble(String severity, String code, String words) {
    assertThat(troubles())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(code);
              assertThat(one.severity()).isEqualTo(severity);
              assertThat(one.detail()).isEqualTo(words);
            });
  }

  @Test
  void aServerThatIsWellHasNone() {
    queue = new Queue(3, Duration.ofMinutes(4));

    assertThat(troubles()).isEmpty();
  }

  @Test
  void jobsThatWaitForLong() {
    queue = new Queue(1_234, Duration.ofMinutes(12));
    assertTrouble("warning", "queue-old", "report: 1,234 jobs wait, the oldest for 12 minutes.");

    slots = new Slots(4, 4);
    queue = new Queue(1, Duration.ofMinutes(12));
    assertTrouble(
        "warning",
        "queue-old",
        "report: 1 job waits, the oldest for 12 minutes, and all slots are in use.");
  }

  @Test
  void aTypeThatIsPaused() {
    paused = Map.of("report", NOW);
    assertTrouble("info", "type-paused", "report is paused: its jobs would wait.");

    queue = new Queue(2, Duration.ofHours(1));
    assertTrouble("warning", "type-paused", "report is paused: 2 jobs wait.");
  }

  @Test
  void jobsThatFail() {
    hour = hour(4, 1);
    assertTrouble(
        "warning",
        "type-failing",
        "report: 1 of the 5 jobs that finished in the last quarter of an hour failed.");
    hour = hour(5, 5);
    assertThat(troubles().get(0).severity()).isEqualTo("error");
    hour = hour(3, 1);
    assertThat(troubles()).as("too few to judge").isEmpty();
    hour = hour(9, 1);
    assertThat(troubles()).as("too rarely").isEmpty();
  }

  /** In the last minute but fourteen; before it everything failed. */
  private static Activity hour(long succeeded, long failed) {
    Point nothing = point(0, 0);
    List<Point> minutes =
        Stream.of(
                Collections.nCopies(45, point(0, 100)),
                List.of(point(succeeded, failed)),
                Collections.nCopies(14, nothing))
            .flatMap(List::stream)
            .toList();
    return new Activity(NOW, Duration.ofMinutes(1), minutes, Map.of("report", minutes));
  }

  private static Point point(long succeeded, long failed) {
    return new Point(0, succeeded, failed, 0, 0, 0, 0, 0);
  }

  @Test
  void aQueueThatIsFullOrNearlySo() {
    waiting = 900;
    assertTrouble("warning", "queue-filling", "The queue is nearly full: 900 of 1,000 jobs.");
    waiting = 1_000;
    assertTrouble(
        "error", "queue-full", "The queue is full, with 1,000 jobs: submissions are turned away.");
  }

  @Test
  void aDiskThatFills() {
    space = OptionalLong.of(1L << 30);
    assertTrouble("warning", "disk-full", "Only 1,024 MB are left on the disk of the data.");
    space = OptionalLong.of(100L << 20);
    assertTrouble("error", "disk-full", "Only 100 MB are left on the disk of the data.");
    space = OptionalLong.empty();
    assertThat(troubles()).isEmpty();
  }

  @Test
  void aNodeThatIsSilent() {
    silent = true;
    assertTrouble(
        "warning",
        "node-silent",
        "The node web-2 does not show itself; others will take its jobs.");
  }

  @Test
  void webhooksThatDoNotArrive() {
    deliveries = new Deliveries(OptionalLong.of(1), OptionalLong.of(3));
    assertTrouble("warning", "webhooks-dead", "3 webhooks could not be delivered, and rest.");
    deliveries = new Deliveries(OptionalLong.of(5_000), OptionalLong.empty());
    assertTrouble("warning", "webhooks-behind", "5,000 webhooks wait to be sent.");
  }

  @Test
  void theWorstComesFirst() {
    offenders = 1;
    stuck = 2;
    writes = 5_000;

    assertThat(troubles())
        .extracting(Trouble::code)
        .containsExactly("store-slow", "threads-stuck", "offenders");
    assertThat(troubles())
        .extracting(Trouble::severity)
        .containsExactly("error", "warning", "info");
  }
}
