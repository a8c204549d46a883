package dev.accepted.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import dev.accepted.http.Api;
import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams as they are read by clients that nobody here wrote. Browsers: {@code EventSourceIT}. */
@Timeout(90)
class ForeignClientsIT extends DeployedServer {

  private final Api api = new Api();

  @Test
  void okHttpFollowsAJob() throws Exception {
    String job = api.simulate("{\"duration\":\"PT6S\",\"steps\":20}", "");
    try (EventSource events = open(job + "/events")) {
      List<MessageEvent> all = until(events, event -> event.getEventName().equals("succeeded"), 0);

      assertThat(OkHttpEvents.numbers(all)).isSorted().doesNotHaveDuplicates();
      assertThat(all).extracting(MessageEvent::getEventName).contains("progress");
      assertThat(all.get(all.size() - 1).getData()).contains("\"resourceLocation\"");
    }
  }

  @Test
  void okHttpMissesAndRepeatsNothingOfAJobWhenItIsCutOff() throws Exception {
    String job = api.simulate("{\"duration\":\"PT4S\",\"steps\":40}", "");
    try (EventSource events = open(job + "/events")) {
      List<MessageEvent> all = until(events, event -> event.getEventName().equals("succeeded"), 3);

      assertThat(OkHttpEvents.numbers(all)).isEqualTo(journal(job + "/events", all));
    }
  }

  @Test
  void okHttpMissesAndRepeatsNothingOfAllJobsWhenItIsCutOff() throws Exception {
    String label = "label=team:foreign-" + System.nanoTime();
    String last = api.simulate("{\"duration\":\"PT4S\",\"steps\":40}", "?" + label);
    try (EventSource events = open("/api/events?" + label)) {
      MessageEvent first = events.readMessage();
      for (int i = 0; i < 3; i++) {
        api.simulate("{\"duration\":\"PT1S\",\"steps\":10}", "?" + label);
      }
      List<MessageEvent> all = new ArrayList<>(List.of(first));
      all.addAll(
          until(
              events,
              event ->
                  event.getEventName().equals("succeeded") && event.getData().contains(id(last)),
              4));

      assertThat(all).extracting(MessageEvent::getEventName).contains("queued", "started");
      assertThat(OkHttpEvents.numbers(all)).isEqualTo(journal("/api/events?" + label, all));
    }
  }

  @Test
  void curlFollowsAJobToItsEnd() throws Exception {
    String job = api.simulate("{\"duration\":\"PT6S\",\"steps\":10}", "");
    String all = curl(api.server() + job + "/events");

    assertThat(all).startsWith("retry: ").endsWith("\n\n");
    assertThat(all.lines().filter(line -> line.startsWith("event: ")))
        .contains("event: progress")
        .endsWith("event: succeeded");
    assertThat(curl("-H", "Last-Event-ID: 1", api.server() + job + "/events"))
        .contains("event: succeeded");
  }

  @Test
  void curlIsTurnedAwayFromWhatIsOver() throws Exception {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    String id =
        curl(api.server() + job + "/events")
            .lines()
            .filter(line -> line.startsWith("id: "))
            .findFirst()
            .orElseThrow();
    assertThat(
            curl(
                "-w",
                "%{http_code}",
                "-H",
                "Last-Event-ID" + id.substring(2),
                api.server() + job + "/events"))
        .isEqualTo("204");
  }

  @Test
  void curlThatHangsUpLeavesNothingBehind() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    Process curl = new ProcessBuilder("curl", "-sN", api.server() + job + "/events").start();
    assertThat(curl.getInputStream().read()).isEqualTo('r');
    curl.destroyForcibly();
    api.send("DELETE", job, BodyPublishers.noBody());

    assertThat(api.get(job + "/events").status()).isEqualTo(404);
  }

  /**
   * Reads to the event that is asked for.
   *
   * @param cuts so often the connection is closed in between, each time after two events
   */
  private static List<MessageEvent> until(
      EventSource events, Predicate<MessageEvent> last, int cuts) throws Exception {
    List<MessageEvent> all = new ArrayList<>();
    MessageEvent next;
    do {
      next = events.readMessage();
      all.add(next);
      if (all.size() % 2 == 0 && all.size() / 2 <= cuts) {
        events.interrupt();
      }
    } while (!last.test(next));
    assertThat(all).hasSizeGreaterThan(2 * cuts);
    return all;
  }

  private EventSource open(String path) {
    return OkHttpEvents.open(api.server() + path);
  }

  private List<Long> journal(String path, List<MessageEvent> read) throws Exception {
    return OkHttpEvents.journal(api.server() + path, read);
  }

  private static String curl(String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of("curl", "-sN", "--max-time", "60"), Stream.of(arguments)).toList();
    Process curl = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(curl.waitFor()).as(said).isZero();
    return said;
  }

  private static String id(String job) {
    return job.substring(job.lastIndexOf('/') + 1);
  }
}
