package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamException;
import dev.accepted.http.Api;
import dev.accepted.http.stream.OkHttpEvents;
import dev.accepted.server.Submitters.Acknowledged;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who follows a stream, and comes back after the server was killed and started again. */
@Timeout(300)
class StreamRestartIT {

  private static final int CONNECTIONS = 4;
  private static final int JOBS = 100;
  private static final int LATER = 20;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private final CountDownLatch connected = new CountDownLatch(1);
  private final BlockingQueue<MessageEvent> told = new LinkedBlockingQueue<>();
  private volatile boolean over;

  @Test
  void okHttpMissesAndRepeatsNothingOfAKilledServer() throws Exception {
    ServerSetup setup = ServerSetup.in(folder);
    ServerProcess server = ServerProcess.start(setup);
    String url = setup.url() + "/api/events";
    try (EventSource events = OkHttpEvents.open(url, () -> over)) {
      reader.submit(() -> read(events));
      assertThat(connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      Submitters submitters = new Submitters(setup.url(), CONNECTIONS, JOBS);
      submitters.awaitEnough();
      server.kill();
      submitters.awaitEnd();
      int before = told.size();
      server = ServerProcess.start(setup);

      Set<String> jobs = new HashSet<>();
      submitters.acknowledged().stream().map(Acknowledged::id).forEach(jobs::add);
      Api api = new Api(setup.url());
      for (int i = 0; i < LATER; i++) {
        jobs.add(api.simulate(Submitters.SHORTEST, "").replaceAll(".*/", ""));
      }
      List<MessageEvent> all = untilEnded(jobs);

      assertThat(before).isBetween(1, all.size() - LATER);
      assertThat(OkHttpEvents.numbers(all)).isEqualTo(OkHttpEvents.journal(url, all));
      assertThat(ends(all)).doesNotHaveDuplicates().containsAll(jobs);
    } finally {
      over = true;
      server.close();
    }
  }

  @AfterEach
  void stopReading() throws InterruptedException {
    reader.shutdownNow();
    assertThat(reader.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  /** Reads until the client is closed. */
  private Void read(EventSource events) throws StreamException {
    events.start();
    connected.countDown();
    while (true) {
      told.add(events.readMessage());
    }
  }

  /** What was told until the ends of all of these were. */
  private List<MessageEvent> untilEnded(Set<String> jobs) throws InterruptedException {
    Set<String> open = new HashSet<>(jobs);
    List<MessageEvent> all = new ArrayList<>();
    while (!open.isEmpty()) {
      MessageEvent next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("%d ends were never told", open.size()).isNotNull();
      all.add(next);
      open.removeAll(ends(Collections.singletonList(next)));
    }
    return all;
  }

  private static List<String> ends(List<MessageEvent> events) {
    return events.stream()
        .filter(event -> event.getEventName().equals("succeeded"))
        .map(event -> event.getData().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1"))
        .toList();
  }
}
