package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of jobs: filters, and pages that neither lose nor repeat a job. */
class ListIT extends DeployedServer {

  private final Api api = new Api();
  private final String label = "list:" + UUID.randomUUID();
  private final List<String> newestFirst = new ArrayList<>();

  @BeforeEach
  void submitFive() {
    for (int i = 0; i < 5; i++) {
      String outcome = i % 2 == 0 ? "succeeded" : "failed";
      String job =
          api.finished(
              "{\"duration\":\"PT0S\",\"outcome\":\"%s\"}".formatted(outcome),
              "?maxAttempts=1&label=" + label + "&label=number:" + i);
      newestFirst.add(0, job.substring(job.lastIndexOf('/') + 1));
    }
  }

  @Test
  void newestComeFirst() {
    assertThat(ids(api.get("/api/jobs?label=" + label))).isEqualTo(newestFirst);
  }

  @Test
  void pagesLeadToTheNext() {
    List<String> all = new ArrayList<>();
    String page = api.server() + "/api/jobs?limit=2&label=" + label;
    for (int pages = 0; !page.isEmpty(); pages++) {
      Answer answer = api.get(page);
      all.addAll(ids(answer));
      page = answer.text("next");
      String link = page.isEmpty() ? "" : "<" + page + ">; rel=\"next\"";
      assertThat(answer.header("Link")).isEqualTo(link);
      assertThat(pages).isLessThan(3);
    }
    assertThat(all).isEqualTo(newestFirst);
  }

  @ParameterizedTest
  @CsvSource({
    "status=succeeded, 3",
    "status=failed, 2",
    "status=failed&status=succeeded, 5",
    "status=queued, 0",
    "type=simulation, 5",
    "type=report, 0",
    "label=number:3, 1",
    "label=number:9, 0",
    "q=SIMUL, 5",
    "q=pt0s, 5",
    "q=%22outcome%22:%22failed%22, 2",
    "q=%25, 0",
    "submittedAfter=2020-01-01T00:00:00Z, 5",
    "submittedBefore=2020-01-01T00:00:00%2B01:00, 0",
  })
  void filtersHoldAtOnce(String filter, int found) {
    assertThat(ids(api.get("/api/jobs?label=" + label + "&" + filter))).hasSize(found);
    JsonObject counted = api.get("/api/jobs/count?label=" + label + "&" + filter).json();
    assertThat(counted.getInt("count")).isEqualTo(found);
    assertThat(counted).doesNotContainKeys("next", "searchedTo");
  }

  @Test
  void anItemIsTheStatusRepresentation() {
    Answer list = api.get("/api/jobs?limit=1&label=" + label);
    JsonObject item = list.json().getJsonArray("jobs").getJsonObject(0);

    assertThat(item).isEqualTo(api.get("/api/jobs/" + newestFirst.get(0) + "/status").json());
  }

  @ParameterizedTest
  @CsvSource({
    "limit, limit=0",
    "limit, limit=501",
    "limit, limit=ten",
    "limit, limit=1&limit=2",
    "cursor, cursor=abc",
    "cursor, cursor=%3D",
    "status, status=done",
    "label, label=team",
    "label, label=:ops",
    "submittedAfter, submittedAfter=yesterday",
    "submittedBefore, submittedBefore=2026-01-01",
    "page, page=2",
  })
  void whatCantBeUsedIsNamed(String parameter, String query) {
    whatCantBeUsedIsNamed(parameter, api.get("/api/jobs?" + query));
    whatCantBeUsedIsNamed(parameter, api.get("/api/jobs/count?" + query));
  }

  private static void whatCantBeUsedIsNamed(String parameter, Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-parameter");
    assertThat(answer.text("parameter")).isEqualTo(parameter);
  }

  private static List<String> ids(Answer list) {
    assertThat(list.status()).isEqualTo(200);
    return list.json().getJsonArray("jobs").stream()
        .map(JsonValue::asJsonObject)
        .map(job -> job.getString("id"))
        .toList();
  }
}
