package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job was submitted with, asked for afterwards. */
class InputIT extends DeployedServer {

  private static final String CSV = "a,b\n1,x\n2,y\n";
  private static final String ZERO = "{\"duration\":\"PT0S\"}";

  private final Api api = new Api();
  private final String dataset = "input_" + UUID.randomUUID().toString().replace('-', '_');

  @Test
  void parametersAreGivenBackAsTheyCame() {
    String job = api.simulate("{\"duration\":\"PT0S\",\"message\":\"<b>ü\",\"steps\":3}", "");
    Answer input = api.get(job + "/input");

    assertThat(input.status()).isEqualTo(200);
    assertThat(input.header("Content-Type")).isEqualTo("application/json");
    assertThat(input.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(input.header("Link")).isEmpty();
    assertThat(input.json().toString())
        .isEqualTo("{\"duration\":\"PT0S\",\"message\":\"<b>ü\",\"steps\":3}");
    assertThat(api.get(job + "/input", "If-None-Match", input.header("ETag")).status())
        .isEqualTo(304);
    Answer head = api.send("HEAD", job + "/input", BodyPublishers.noBody());
    assertThat(head.header("ETag")).isEqualTo(input.header("ETag"));
  }

  @Test
  void whatIsGivenBackCanBeSubmittedAgain() {
    String job = api.finished("{\"duration\":\"PT0S\",\"message\":\"twice\"}", "");
    String again = api.finished(api.get(job + "/input").text(), "");

    assertThat(api.get(again + "/input").text()).isEqualTo(api.get(job + "/input").text());
  }

  @Test
  void anEnvelopesInputIsItsMember() {
    Answer accepted =
        api.postJson(
            "/api/jobs", "{\"type\":\"simulation\",\"priority\":7,\"input\":" + ZERO + "}");

    assertThat(api.get("/api/jobs/" + accepted.text("id") + "/input").text()).isEqualTo(ZERO);
  }

  @Test
  void aFileIsLedToAndHasItsOwnHeaders() {
    String job = imported();
    Answer input = api.get(job + "/input");
    String url = api.server() + job + "/input/file";

    assertThat(input.json().getString("dataset")).isEqualTo(dataset);
    assertThat(input.header("Link")).isEqualTo("<" + url + ">; rel=\"enclosure\"");
    Answer file = api.get(url);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.text()).isEqualTo(CSV);
    assertThat(file.header("Content-Type")).startsWith("text/csv");
    assertThat(file.header("Content-Disposition"))
        .startsWith("attachment")
        .contains("filename=\"birds.csv\"");
    assertThat(file.header("Content-Length")).isEqualTo(Integer.toString(CSV.length()));
    assertThat(file.header("Repr-Digest")).startsWith("sha-256=:");
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(api.get(url, "Range", "bytes=4-5").text()).isEqualTo("1,");
    assertThat(api.get(url, "If-None-Match", file.header("ETag")).status()).isEqualTo(304);
    assertThat(api.get(url, "Range", "bytes=99-").status()).isEqualTo(416);
  }

  @Test
  void withoutAFileThereIsNone() {
    String job = api.finished(ZERO, "");
    Answer none = api.get(job + "/input/file");

    assertThat(none.status()).isEqualTo(404);
    assertThat(none.problem()).isEqualTo("unknown-resource");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/input", "/input/file"})
  void itGoesWithItsJob(String part) {
    String job = imported();
    assertThat(api.get(job + part + "?x=1").status()).isEqualTo(400);
    assertThat(api.get(job + part).status()).isEqualTo(200);

    api.send("DELETE", job, BodyPublishers.noBody());

    assertThat(api.get(job + part).status()).isEqualTo(404);
    assertThat(api.get(job + part).problem()).isEqualTo("job-not-found");
  }

  @Test
  void pollersArentToldOfIt() {
    String job = imported();

    assertThat(api.get(job + "/status").json().getJsonObject("links")).doesNotContainKey("input");
  }

  private String imported() {
    Answer answer =
        api.send(
            "POST",
            "/api/imports?dataset=" + dataset,
            BodyPublishers.ofString(CSV),
            "Content-Type",
            "text/csv",
            "Content-Disposition",
            "attachment; filename=\"birds.csv\"",
            "Prefer",
            "wait=20");
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return "/api/jobs/" + answer.text("id");
  }
}
