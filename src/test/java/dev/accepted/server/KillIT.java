package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.Submitters.Acknowledged;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a server was given outlives it: each test ends it in the middle, and starts it again. */
@Tag("any-server")
class KillIT {

  private static final NumberedRows ROWS = new NumberedRows(400_000);
  private static final int CONNECTIONS = 8;
  private static final int JOBS = 1_000;

  @RegisterExtension static final OwnServer SERVER = new OwnServer(Map.of());

  @TempDir Path folder;

  private final Api api = SERVER.api();
  private final Following following = new Following(api);

  @Test
  void anImportCutOffHasEachRowOnce() throws Exception {
    String job = importRows("rows");
    JsonObject underWay = following.untilPercent(job, 20);
    assertThat(underWay.getString("status")).isEqualTo("running");
    assertThat(underWay.getInt("percentComplete")).isGreaterThanOrEqualTo(20);

    SERVER.process().kill();
    SERVER.start();

    JsonObject result = following.toResult(job).json();
    assertThat(result.getInt("rows")).isEqualTo(ROWS.number());
    assertThat(result.getInt("rejected")).isZero();
    assertThat(api.get(job + "/status").json().getInt("attempt")).isEqualTo(2);
    assertThat(api.get(job + "/log").text()).contains("rows are there from an earlier attempt");
    assertThat(api.get("/api/datasets/rows").json().getInt("rows")).isEqualTo(ROWS.number());
    Answer report = api.postJson("/api/reports", "{\"dataset\":\"rows\",\"format\":\"csv\"}");
    ROWS.assertOnceEach(following.toResult(report.header("Location")).text().lines().toList());
  }

  @Test
  void anImportGoesOnAfterTheServerWasStopped() throws Exception {
    String job = importRows("stopped");
    following.untilPercent(job, 20);

    SERVER.process().stop();
    SERVER.start();

    assertThat(following.toResult(job).json().getInt("rows")).isEqualTo(ROWS.number());
    JsonObject finished = api.get(job + "/status").json();
    boolean handedBack = SERVER.setup().kind().stopsApplications();
    assertThat(finished.containsKey("error")).isNotEqualTo(handedBack);
    assertThat(finished.getInt("attempt")).isEqualTo(handedBack ? 1 : 2);
  }

  private String importRows(String dataset) throws Exception {
    Path file = ROWS.write(folder.resolve("rows.csv"));
    Answer answer =
        api.send(
            "POST",
            "/api/imports?dataset=" + dataset,
            BodyPublishers.ofFile(file),
            "Content-Type",
            "text/csv");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.header("Location");
  }

  @Test
  void acknowledgedJobsAreKeptAndEndOnce() throws Exception {
    Submitters submitters = new Submitters(SERVER.url(), CONNECTIONS, JOBS);
    submitters.awaitEnough();
    SERVER.process().kill();
    submitters.awaitEnd();
    SERVER.start();

    Map<String, String> expected = new HashMap<>();
    for (Acknowledged job : submitters.acknowledged()) {
      assertThat(submit(job.key())).isEqualTo(job.id());
      expected.put(job.id(), job.finishedAt());
    }
    for (String key : submitters.unanswered()) {
      expected.put(submit(key), "");
    }
    List<JsonObject> jobs = following.allFinished("simulation");
    assertThat(jobs)
        .extracting(job -> job.getString("id"))
        .containsExactlyInAnyOrderElementsOf(expected.keySet());
    jobs.forEach(job -> assertEndedOnce(job, expected.get(job.getString("id"))));
  }

  /** The key leads to the job that was made for it, or makes it now. */
  private String submit(String key) {
    Answer answer = api.postJson("/api/simulations", Submitters.SHORTEST, "Idempotency-Key", key);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer.text("id");
  }

  private static void assertEndedOnce(JsonObject job, String finishedBeforeTheKill) {
    assertThat(job.getString("status")).isEqualTo("succeeded");
    assertThat(job.getInt("attempt")).isBetween(1, 2);
    if (!finishedBeforeTheKill.isEmpty()) {
      assertThat(job.getInt("attempt")).isEqualTo(1);
      assertThat(job.getString("finishedAt")).isEqualTo(finishedBeforeTheKill);
    }
  }
}
