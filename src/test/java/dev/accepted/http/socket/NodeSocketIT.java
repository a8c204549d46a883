package dev.accepted.http.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Api;
import dev.accepted.http.stream.OkHttpEvents;
import dev.accepted.server.DeployedServer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sockets as Node.js reads them with the npm package ws, which nobody here wrote. */
@Timeout(90)
class NodeSocketIT extends DeployedServer {

  private static final int JOBS = 3;
  private static final int CUTS = 4;

  private final Api api = new Api();
  private final String sockets = api.server().replaceFirst("http", "ws") + "/ws/jobs";

  @Test
  void aJobIsFollowedToItsEnd() throws Exception {
    String job = api.simulate("{\"duration\":\"PT6S\",\"steps\":10}", "");
    try (NodeSocket socket = NodeSocket.open(sockets + '/' + id(job))) {
      List<String> names = new ArrayList<>();
      do {
        names.add(socket.next().getString("event"));
      } while (!names.contains("succeeded"));
      assertThat(names).contains("progress").endsWith("succeeded");
      assertThat(socket.awaitEnd()).isEqualTo(1000);
    }
  }

  @Test
  void nothingIsMissedOrRepeatedWhenItIsCutOff() throws Exception {
    String label = "label=team:node-" + System.nanoTime();
    Set<String> open = new HashSet<>();
    List<String> ids = new ArrayList<>();
    try (NodeSocket socket = NodeSocket.open(sockets + '?' + label)) {
      for (int i = 0; i < JOBS; i++) {
        open.add(id(api.simulate("{\"duration\":\"PT4S\",\"steps\":40}", "?" + label)));
      }
      while (!open.isEmpty()) {
        JsonObject message = socket.next();
        ids.add(message.getString("id"));
        if (message.getString("event").equals("succeeded")) {
          open.remove(message.getJsonObject("data").getString("id"));
        }
        if (ids.size() % 2 == 0 && ids.size() / 2 <= CUTS) {
          socket.cut();
        }
      }
    }
    assertThat(ids).hasSizeGreaterThan(2 * CUTS);
    assertThat(ids.stream().map(Long::valueOf).toList())
        .isEqualTo(
            OkHttpEvents.journal(
                api.server() + "/api/events?" + label, ids.get(0), ids.get(ids.size() - 1)));
  }

  @Test
  void itChoosesJobsAndIsToldOfThem() throws Exception {
    String later = "?runAt=" + Api.inAnHour();
    String job = api.simulate("{\"duration\":\"PT0S\"}", later);
    String label = "label=team:node-" + System.nanoTime();
    try (NodeSocket socket = NodeSocket.open(sockets + '?' + label)) {
      api.simulate("{\"duration\":\"PT0S\"}", '?' + label);
      JsonObject last = socket.next();
      while (!last.getString("event").equals("succeeded")) {
        last = socket.next();
      }
      socket.say("{\"subscribe\":[\"%s\"]}".formatted(id(job)));
      JsonObject standing = socket.next();
      assertThat(standing.getString("event")).isEqualTo("queued");
      // Cut off now, it would come back with this.
      assertThat(standing.getString("id")).isEqualTo(last.getString("id"));
      assertThat(standing.getJsonObject("data")).isEqualTo(api.get(job).json());
      api.post(job + "/cancel");
      assertThat(socket.next().getString("event")).isEqualTo("canceled");
      assertThat(socket.end()).isEqualTo(1000);
    }
  }

  /** The library answers pings by itself; what it then sends is understood. */
  @Test
  void itIsAskedWhetherItIsStillThere() throws Exception {
    String label = "label=team:node-" + System.nanoTime();
    try (NodeSocket socket = NodeSocket.open(sockets + '?' + label)) {
      socket.await("ping");
      socket.await("ping");
      String job = api.simulate("{\"duration\":\"PT0S\"}", '?' + label);
      assertThat(socket.next().getJsonObject("data").getString("id")).isEqualTo(id(job));
    }
  }

  private static String id(String job) {
    return job.substring(job.lastIndexOf('/') + 1);
  }
}
