package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files, as a body of their own and as part of a form; the tables they become. */
class UploadIT extends DeployedServer {

  private static final String CSV = "a,b\n1,x\n2,y\n3,z\n";

  private final Api api = new Api();
  private final String dataset = "upload_" + UUID.randomUUID().toString().replace('-', '_');

  @Test
  void aRawFileHasItsInputInTheQuery() {
    Answer answer = raw("?dataset=" + dataset + "&header=true&maxRejected=3&label=kind:raw");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.text("status")).isEqualTo("succeeded");
    assertThat(answer.json().getJsonObject("labels").getString("kind")).isEqualTo("raw");
    Answer rows = api.get("/api/datasets/" + dataset + "/rows?limit=2");
    assertThat(rows.json().getJsonArray("rows").toString()).isEqualTo("[[1,\"x\"],[2,\"y\"]]");
    Answer rest = api.get(rows.text("next"));
    assertThat(rest.json().getJsonArray("rows").toString()).isEqualTo("[[3,\"z\"]]");
    assertThat(rest.json()).doesNotContainKey("next");
  }

  @Test
  void aFormHasItInFields() {
    Answer before = form(field("dataset", dataset), field("mode", ""), file("file", CSV));
    assertThat(before.status()).isEqualTo(303);
    assertThat(before.text("status")).isEqualTo("succeeded");

    Answer after = form(file("file", CSV), field("dataset", dataset), field("mode", "append"));
    assertThat(after.status()).isEqualTo(303);
    assertThat(api.get("/api/datasets/" + dataset).json().getInt("rows")).isEqualTo(6);
  }

  @Test
  void aFormThatIsWrongSaysWhy() {
    assertThat(form(field("dataset", dataset)).status()).isEqualTo(422);
    assertThat(form(file("file", CSV)).status()).isEqualTo(422);
    assertThat(form(file("file", CSV), file("file", CSV)).status()).isEqualTo(422);
    assertThat(form(file("other", CSV), field("dataset", dataset)).status()).isEqualTo(422);
    assertThat(send("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf").problem())
        .isEqualTo("malformed-form");
    assertThat(send("").problem()).isEqualTo("malformed-form");
  }

  @Test
  void jsonAloneIsNotEnoughWhereAFileIsRequired() {
    Answer answer = api.postJson("/api/imports", "{\"dataset\":\"" + dataset + "\"}");
    assertThat(answer.status()).isEqualTo(422);
    Answer worse = api.postJson("/api/imports", "{\"dataset\":\"" + dataset + "\",\"x\":1}");
    assertThat(worse.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo("/x");
  }

  @Test
  void aDatasetCanBeRemoved() {
    raw("?dataset=" + dataset);
    String path = "/api/datasets/" + dataset;

    assertThat(api.get(path).json().getJsonArray("columns")).hasSize(2);
    assertThat(api.get(path + "/rows?cursor=x").text("parameter")).isEqualTo("cursor");
    assertThat(api.send("DELETE", path, BodyPublishers.noBody()).status()).isEqualTo(204);
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.get(path + "/rows").status()).isEqualTo(404);
    assertThat(api.send("DELETE", path, BodyPublishers.noBody()).status()).isEqualTo(404);
  }

  private Answer raw(String query) {
    return api.send(
        "POST",
        "/api/imports" + query,
        BodyPublishers.ofString(CSV),
        "Content-Type",
        "text/csv; charset=utf-8",
        "Prefer",
        "wait=20",
        "Content-Disposition",
        "attachment; filename=\"rows.csv\"");
  }

  private Answer form(String... parts) {
    return send(String.join("", parts) + "--b--\r\n");
  }

  private Answer send(String body) {
    return api.send(
        "POST",
        "/api/imports",
        BodyPublishers.ofString(body),
        "Content-Type",
        "multipart/form-data; boundary=b",
        "Prefer",
        "wait=20");
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static String file(String name, String content) {
    return """
        --b\r
        Content-Disposition: form-data; name="%s"; filename="rows.csv"\r
        Content-Type: text/csv\r
        \r
        %s\r
        """
        .formatted(name, content);
  }
}
