package dev.accepted.types.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.types.inspections.example.CarefulApi;
import dev.accepted.types.inspections.example.CloudSample;
import dev.accepted.types.inspections.example.TaskQueueTutorial;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole inspections over real HTTP: of examples that many have copied, and of a careful API. */
@Timeout(120)
class InspectionTest {

  private static final Map<String, JsonObject> FLAWED = new TreeMap<>();

  @TempDir Path folder;

  /** If all of them were inspected, and not one by itself. */
  @AfterAll
  static void theDocumentSaysWhatWasFound() throws Exception {
    if (FLAWED.size() == 3) {
      StringBuilder text = new StringBuilder();
      FLAWED.forEach((name, report) -> text.append(told(name, report)));
      InspectorDocument.assertSays("the flawed examples", text.toString());
    }
  }

  private static String told(String name, JsonObject report) {
    StringBuilder text = new StringBuilder();
    text.append("### %s\n\n".formatted(name));
    text.append(
        "Grade **%s**; %s.\n\n".formatted(report.getString("grade"), report.getString("style")));
    text.append("| found | severity | what |\n|---|---|---|\n");
    report
        .getJsonArray("findings")
        .getValuesAs(JsonObject.class)
        .forEach(
            finding ->
                text.append(
                    "| `%s` | %s | %s |\n"
                        .formatted(
                            finding.getString("id"),
                            finding.getString("severity"),
                            InspectorDocument.cell(finding.getString("title")))));
    return text.append('\n').toString();
  }

  @Test
  void findsNothingWrongWithACarefulApi() throws Exception {
    try (CarefulApi api = new CarefulApi()) {
      JsonObject report =
          new Inspecting(folder)
              .inspect(
                  "{'url':'%s/jobs','body':{},'allowCancel':true,'allowRemoval':true}"
                      .formatted(api.url()));

      assertThat(report.getJsonArray("findings")).isEmpty();
      assertThat(report.getString("grade")).isEqualTo("A");
      assertThat(report.getString("style"))
          .isEqualTo("monitor by Location, 200 while it runs, 303 to the result");
      assertThat(purposes(report))
          .contains(
              "early-result",
              "repeat",
              "conditional-poll",
              "long-poll",
              "impatient-poll",
              "head-result",
              "cancel-again",
              "after-cancel",
              "result-after-removal");
    }
  }

  @Test
  void findsTheFaultsOfATaskQueueTutorial() throws Exception {
    try (TaskQueueTutorial api = new TaskQueueTutorial()) {
      JsonObject report =
          new Inspecting(folder).inspect("{'url':'%s/longtask'}".formatted(api.url()));
      FLAWED.put("A task queue's tutorial", report);

      assertThat(Inspecting.ids(report, "error")).containsExactly("monitor-200-unknown-id");
      assertThat(Inspecting.ids(report, "warning"))
          .containsExactly(
              "submission-no-retry-after",
              "idempotency-key-ignored",
              "no-retry-after",
              "monitor-no-cache-control",
              "error-content-type");
      assertThat(Inspecting.ids(report, "info"))
          .contains("relative-location", "monitor-no-etag", "server-version-leak", "cors-missing");
      assertThat(report.getString("style"))
          .isEqualTo("monitor by Location, 200 while it runs, 200 with the result inside");
      assertThat(report.getString("grade")).isEqualTo("C");
    }
  }

  @Test
  void findsTheFaultsOfACloudSampleAndKeepsItsSignature() throws Exception {
    try (CloudSample api = new CloudSample()) {
      Inspecting inspecting = new Inspecting(folder);
      JsonObject report = inspecting.inspect("{'url':'%s/api/work'}".formatted(api.url()));
      FLAWED.put("A cloud's sample", report);

      assertThat(Inspecting.ids(report, "error")).containsExactly("monitor-200-unknown-id");
      assertThat(Inspecting.ids(report, "warning"))
          .contains("submission-no-retry-after", "no-retry-after", "head-differs-status");
      assertThat(Inspecting.ids(report, "info")).contains("redirect-not-303", "result-no-nosniff");
      assertThat(report.getString("style"))
          .isEqualTo("monitor by Location, 202 while it runs, 302 to the result");
      assertThat(inspecting.context().result().text())
          .contains("sig=[redacted]")
          .doesNotContain(CloudSample.SIGNATURE);
      assertThat(inspecting.context().content("inspection.html").text())
          .doesNotContain(CloudSample.SIGNATURE);
      assertThat(String.join("\n", inspecting.context().log()))
          .doesNotContain(CloudSample.SIGNATURE);
    }
  }

  @Test
  void findsTheFaultsOfANodeTutorial() throws Exception {
    try (NodeServer api = NodeServer.start("jobs-tutorial.mjs")) {
      JsonObject report =
          new Inspecting(folder).inspect("{'url':'%s/jobs','body':{'n':1}}".formatted(api.url()));
      FLAWED.put("A Node.js tutorial", report);

      assertThat(Inspecting.ids(report, "error"))
          .contains("no-202", "unknown-id-5xx", "stack-trace-leak", "done-without-link");
      assertThat(Inspecting.ids(report, "warning"))
          .contains(
              "idempotency-key-ignored",
              "no-retry-after",
              "percent-decreases",
              "time-not-rfc3339",
              "error-content-type");
      assertThat(report.getString("style"))
          .isEqualTo("monitor by “jobId” in the body, 200 while it runs, 200 at the end");
      assertThat(report.getString("grade")).isIn("E", "F");
    }
  }

  @Test
  void tellsOfAServerThatIsNotThere() throws Exception {
    JsonObject report = new Inspecting(folder).inspect("{'url':'http://127.0.0.1:1/'}");

    assertThat(report.getString("grade")).isEqualTo("F");
    assertThat(Inspecting.ids(report, "error")).contains("no-answer");
    assertThat(report.getString("style")).isEqualTo("no status monitor");
    assertThat(report.getJsonArray("exchanges").getJsonObject(0).getString("failure"))
        .isEqualTo("connection-refused");
  }

  private static List<String> purposes(JsonObject report) {
    return report.getJsonArray("exchanges").stream()
        .map(exchange -> exchange.asJsonObject().getString("purpose"))
        .toList();
  }
}
