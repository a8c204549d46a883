package dev.accepted.http.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.metrics.Samples;
import dev.accepted.server.Complaints;
import dev.accepted.server.OwnServer;
import dev.accepted.server.RawConnection;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Clients that ask for much and take little: others are served as if they weren't there. That holds
 * on WildFly; RATIONALE.md says why Payara can't be told to.
 */
@Timeout(240)
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
class SlowReadersIT {

  /** More than the server has threads for requests. */
  private static final int CLIENTS = 250;

  private static final int ROWS = 300_000;
  private static final int RECEIVE_BUFFER = 4_096;
  private static final String DOWNLOADS = "accepted_streams{kind=\"content\"}";

  @RegisterExtension
  static final OwnServer SERVER = new OwnServer(Map.of("accepted.throttle", "false"));

  private static String result;

  private final Api api = SERVER.api();

  @BeforeAll
  static void makeALongResult() throws Exception {
    Api api = SERVER.api();
    Answer imported =
        api.send(
            "POST",
            "/api/imports?dataset=long",
            BodyPublishers.ofString(table()),
            "Content-Type",
            "text/csv");
    finish(api, imported);
    Answer report = api.postJson("/api/reports", "{\"dataset\":\"long\",\"format\":\"csv\"}");
    result = finish(api, report) + "/result";
  }

  @Test
  void whoTakesNothingHoldsNoThread() throws Exception {
    int length = api.get(result).body().length;
    assertThat(length).isGreaterThan(10 << 20);
    List<RawConnection> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      RawConnection lazy = RawConnection.to(SERVER.setup().port(), RECEIVE_BUFFER);
      lazy.send("GET " + result, "");
      clients.add(lazy);
    }
    while (downloads() < CLIENTS) {
      api.get("/api");
    }
    assertThat(api.finished("{\"duration\":\"PT0S\"}", "")).startsWith("/api/jobs/");
    assertThat(api.get(result).body()).as("one who takes it").hasSize(length);
    Answer part = api.get(result, "Range", "bytes=100-1000099");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).hasSize(1_000_000);

    assertThat(clients.get(0).answer()).as("in the end").hasSizeGreaterThan(length);
    for (RawConnection client : clients) {
      client.close();
    }
    while (downloads() > 0) {
      api.get("/api");
    }
    assertThat(Complaints.of(SERVER.log())).isEmpty();
  }

  private double downloads() {
    return new Samples(api.get("/metrics").text()).value(DOWNLOADS);
  }

  private static String finish(Api api, Answer submitted) {
    assertThat(submitted.status()).as(submitted.text()).isEqualTo(202);
    String job = "/api/jobs/" + submitted.text("id");
    Answer status = api.get(job + "/status", "Prefer", "wait=25");
    assertThat(status.text("status")).as(status.text()).isEqualTo("succeeded");
    return job;
  }

  private static String table() {
    StringBuilder table = new StringBuilder("number,text\n");
    IntStream.range(0, ROWS)
        .forEach(row -> table.append(row).append(",what stands here is as long as it is\n"));
    return new String(table.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
