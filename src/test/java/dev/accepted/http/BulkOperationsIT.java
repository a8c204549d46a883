package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same with many jobs at once, as a job. */
class BulkOperationsIT extends DeployedServer {

  private static final String BULK = "/api/bulk-operations";
  private static final String SHORT = "{\"duration\":\"PT0S\"}";

  private final Api api = new Api();
  private final String batch = UUID.randomUUID().toString();
  private final String label = "&label=batch:" + batch;

  private String input(String action, String more) {
    return "{\"action\":\"%s\",\"filter\":{\"label\":{\"batch\":\"%s\"}%s}}"
        .formatted(action, batch, more);
  }

  /** The monitor of an operation that has succeeded. */
  private String done(String input) {
    Answer accepted = api.postJson(BULK, input);
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    String job = "/api/jobs/" + accepted.text("id");
    Answer status = api.get(job + "/status", "Prefer", "wait=25");
    assertThat(status.text("status")).as(status.text()).isEqualTo("succeeded");
    return job;
  }

  private JsonObject resultOf(String input) {
    return api.get(done(input) + "/result").json();
  }

  private List<String> later(int jobs) {
    return IntStream.range(0, jobs)
        .mapToObj(one -> api.simulate(SHORT, "?runAt=" + Api.inAnHour() + label))
        .toList();
  }

  private String status(String job) {
    return api.get(job + "/status").text("status");
  }

  @Test
  void cancelsAllWithALabelAndNoOther() {
    List<String> meant = later(3);
    String finished = api.finished(SHORT, "?label=batch:" + batch);
    String other = api.simulate(SHORT, "?runAt=" + Api.inAnHour() + "&label=batch:other");

    String operation = done(input("cancel", ""));

    JsonObject result = api.get(operation + "/result").json();
    assertThat(result)
        .hasToString(
            "{\"action\":\"cancel\",\"matched\":4,\"changed\":3,\"unchanged\":{\"finished\":1}}");
    JsonObject progress = api.get(operation + "/status").json().getJsonObject("progress");
    assertThat(progress).hasToString("{\"done\":4,\"total\":4,\"unit\":\"jobs\"}");
    assertThat(meant).allSatisfy(job -> assertThat(status(job)).isEqualTo("canceled"));
    assertThat(status(finished)).isEqualTo("succeeded");
    assertThat(status(other)).isEqualTo("scheduled");
    api.send("DELETE", other, BodyPublishers.noBody());
  }

  @Test
  void removesWhatHasFinished() {
    String failed =
        api.finished("{\"duration\":\"PT0S\",\"outcome\":\"failed\"}", "?maxAttempts=1" + label);
    String succeeded = api.finished(SHORT, "?label=batch:" + batch);
    String waits = later(1).get(0);

    JsonObject result = resultOf(input("remove", ",\"status\":[\"failed\",\"succeeded\"]"));

    assertThat(result.getInt("changed")).isEqualTo(2);
    assertThat(api.get(failed).status()).isEqualTo(404);
    assertThat(api.get(succeeded).status()).isEqualTo(404);
    assertThat(status(waits)).isEqualTo("scheduled");
    assertThat(resultOf(input("remove", "")).getInt("changed")).isEqualTo(1);
  }

  @Test
  void triesAgainWhatHasFailed() {
    String failed =
        api.finished("{\"duration\":\"PT0S\",\"outcome\":\"failed\"}", "?maxAttempts=1" + label);
    api.finished(SHORT, "?label=batch:" + batch);
    later(1);

    JsonObject result = resultOf(input("retry", ""));

    assertThat(result.getInt("changed")).isEqualTo(1);
    assertThat(result.getJsonObject("unchanged")).hasToString("{\"unfinished\":1,\"succeeded\":1}");
    Answer again = api.get(failed + "/status", "Prefer", "wait=20");
    assertThat(again.json().getInt("attempt")).isEqualTo(2);
    resultOf(input("remove", ""));
  }

  @Test
  void givesAllAnotherPriority() {
    List<String> jobs = later(2);
    String input =
        "{\"action\":\"reprioritize\",\"priority\":8,\"filter\":{\"type\":[\"simulation\"],"
            + "\"label\":{\"batch\":\"%s\"}}}".formatted(batch);

    assertThat(resultOf(input).getInt("changed")).isEqualTo(2);

    assertThat(jobs)
        .allSatisfy(job -> assertThat(api.get(job).json().getInt("priority")).isEqualTo(8));
    assertThat(resultOf(input).getJsonObject("unchanged")).hasToString("{\"already\":2}");
    resultOf(input("remove", ""));
  }

  @Test
  void neverTouchesItselfNorOthersOfItsKind() {
    String waits =
        "/api/jobs/"
            + api.postJson(
                    BULK + "?runAt=" + Api.inAnHour() + label,
                    input("cancel", ",\"q\":\"nothing says this\""))
                .text("id");

    JsonObject result = resultOf(input("cancel", ""));

    assertThat(result.getInt("matched")).isZero();
    assertThat(status(waits)).isEqualTo("scheduled");
    api.send("DELETE", waits, BodyPublishers.noBody());
  }

  @Test
  void whatComesAfterItIsNotMeant() {
    String operation =
        "/api/jobs/"
            + api.postJson(BULK + "?runAt=" + Api.inAnHour(), input("cancel", "")).text("id");
    String after = later(1).get(0);
    api.post(operation + "/cancel");
    api.post(operation + "/retry");

    Answer finished = api.get(operation + "/status", "Prefer", "wait=20");

    assertThat(finished.text("status")).as(finished.text()).isEqualTo("succeeded");
    assertThat(api.get(operation + "/result").json().getInt("matched")).isZero();
    assertThat(status(after)).isEqualTo("scheduled");
    api.send("DELETE", after, BodyPublishers.noBody());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"action\":\"cancel\"}                                                 | /filter",
        "{\"action\":\"cancel\",\"filter\":{}}                                   | /filter",
        "{\"action\":\"cancel\",\"filter\":{\"q\":\" \"},\"all\":false}          | /filter",
        "{\"action\":\"cancel\",\"filter\":{\"q\":\"a\"},\"all\":true}           | /all",
        "{\"action\":\"reprioritize\",\"filter\":{\"q\":\"a\"}}                  | /priority",
        "{\"action\":\"cancel\",\"priority\":3,\"filter\":{\"q\":\"a\"}}         | /priority",
        "{\"action\":\"reprioritize\",\"priority\":10,\"filter\":{\"q\":\"a\"}}  | /priority",
        "{\"action\":\"explode\",\"filter\":{\"q\":\"a\"}}                       | /action",
        "{\"action\":\"cancel\",\"filter\":{\"status\":[\"lost\"]}}              | /filter/status/0",
        "{\"action\":\"cancel\",\"filter\":{\"type\":[\"bulk-operation\"]}}      | /filter/type",
        "{\"action\":\"cancel\",\"filter\":{\"submittedAfter\":\"today\"}}       | /filter/submittedAfter",
        "{\"action\":\"cancel\",\"filter\":{\"submittedBefore\":\"+12026-01-01T00:00:00Z\"}} | /filter/submittedBefore",
        "{\"action\":\"cancel\",\"filter\":{\"status\":\"failed\"}}              | /filter/status",
        "{\"action\":\"cancel\",\"filter\":{\"limit\":5}}                        | /filter/limit",
        "{\"filter\":{\"q\":\"a\"}}                                              | ''",
      })
  void whatIsNotClearIsRefused(String input, String pointer) {
    Answer refused = api.postJson(BULK, input);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo("invalid-input");
    assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("pointer"))
        .contains(pointer);
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThat(api.postJson(BULK, "{\"action\":").status()).isEqualTo(400);
  }
}
