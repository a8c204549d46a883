package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.RawConnection;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploads that go on after a lost connection, as clients of the draft bring them. */
class ResumableUploadIT extends ResumableUploadFixture {

  private static final long PATIENCE_NANOS = 20_000_000_000L;

  /**
   * Whoever looks ends what hangs, if that has come to the server already: it is looked again until
   * then. A thread of Payara's that reads is not to be ended; its bytes don't count.
   */
  private int offsetOnceBegun() {
    long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    int offset = offset();
    while (offset == 0 && System.nanoTime() < end) {
      offset = offset();
    }
    return offset;
  }

  /** The row of it in the list, which disturbs nobody. */
  private JsonObject listed() {
    return api.get("/api/uploads").json().getJsonArray("uploads").stream()
        .map(one -> one.asJsonObject())
        .filter(one -> upload.endsWith(one.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  private RawConnection sends(int from, int to) throws Exception {
    RawConnection client = RawConnection.to(URI.create(api.server()).getPort());
    client.send(
        "PATCH " + upload,
        csv.substring(from, to),
        "Content-Type: " + PART,
        "Upload-Offset: " + from,
        "Upload-Complete: ?1",
        "Content-Length: " + (csv.length() - from));
    return client;
  }

  @Test
  void goesOnFromWhereTheConnectionWasCut() throws Exception {
    int sent = csv.length() / 2;
    try (RawConnection client = sends(0, sent)) {
      assertThat(client.isOpen()).isTrue();
    }
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (listed().getInt("offset") != sent) {
      assertThat(System.nanoTime()).as(listed().toString()).isLessThan(end);
    }

    assertThat(offset()).isEqualTo(sent);
    assertWhole(append(sent, csv.substring(sent), "?1"));
  }

  @Test
  void aConnectionThatHangsIsInNobodysWay() throws Exception {
    try (RawConnection hanging = sends(0, csv.length() / 2)) {
      int offset = offsetOnceBegun();
      assertThat(offset).isBetween(0, csv.length() / 2);
      hanging.write("9999,of another\n");

      assertWhole(append(offset, csv.substring(offset), "?1"));
      hanging.write(csv.substring(csv.length() / 2));
      // Payara leaves it to the client to close the connection, as it has not read all.
      assertThat(hanging.answerOrEnd()).matches("(?s)HTTP/1.1 409 .*|\\(ended\\)");
    }
    assertThat(imported("?upload=" + id())).isEqualTo(ROWS);
  }

  private int imported(String query) {
    Answer done = api.post("/api/imports" + query + "&dataset=" + dataset, "Prefer", "wait=20");
    assertThat(done.status()).as(done.text()).isEqualTo(303);
    return api.get(done.header("Location")).json().getInt("rows");
  }

  @Test
  void partsMayComeInChunks() throws Exception {
    Answer first =
        api.send(
            "PATCH",
            upload,
            BodyPublishers.ofInputStream(
                () ->
                    new java.io.ByteArrayInputStream(
                        csv.substring(0, 70_000).getBytes(StandardCharsets.US_ASCII))),
            "Content-Type",
            PART,
            "Upload-Offset",
            "0",
            "Upload-Complete",
            "?0");
    assertThat(first.status()).isEqualTo(204);
    assertThat(first.header("Upload-Offset")).isEqualTo("70000");
    assertWhole(append(70_000, csv.substring(70_000), "?1"));
  }

  @Test
  void aFileMayComeWithItsBeginning() {
    Answer whole =
        api.send(
            "POST",
            "/api/uploads",
            BodyPublishers.ofString("n\n1\n"),
            "Upload-Complete",
            "?1",
            "Content-Type",
            "text/csv; charset=utf-8",
            "Content-Disposition",
            "inline; filename=\"one.csv\"");
    assertThat(whole.status()).as(whole.text()).isEqualTo(201);
    assertThat(whole.header("Upload-Complete")).isEqualTo("?1");
    assertThat(whole.text("fileName")).isEqualTo("one.csv");
    String path = URI.create(whole.header("Location")).getPath();
    assertThat(api.get(path).json().getBoolean("complete")).isTrue();
    assertThat(api.send("DELETE", path, BodyPublishers.noBody()).status()).isEqualTo(204);
    assertThat(api.get(path).problem()).isEqualTo("upload-not-found");
    assertThat(api.send("DELETE", path, BodyPublishers.noBody()).status()).isEqualTo(404);
  }

  @Test
  void aJobTakesItAsTheFileOfItsSubmission() throws Exception {
    Answer early = api.post("/api/imports?dataset=" + dataset + "&upload=" + id());
    assertThat(early.problem()).isEqualTo("upload-incomplete");
    assertWhole(append(0, csv, "?1"));
    assertThat(api.post("/api/videos?format=mp4&upload=" + id()).status()).isEqualTo(415);
    assertThat(api.post("/api/imports?dataset=NO&upload=" + id()).status()).isEqualTo(422);
    String path = "/api/imports?upload=" + id() + "&label=a:b";
    String input = "{\"dataset\":\"%s\",\"header\":true}".formatted(dataset);
    String key = '"' + UUID.randomUUID().toString() + '"';

    Answer accepted = api.postJson(path, input, "Idempotency-Key", key);
    Answer lost = api.postJson(path, input, "Idempotency-Key", key);

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    assertThat(lost.status()).as(lost.text()).isEqualTo(202);
    assertThat(lost.text("id")).isEqualTo(accepted.text("id"));
    assertThat(head().status()).isEqualTo(404);
    Answer file = api.get("/api/jobs/" + accepted.text("id") + "/input/file");
    assertThat(file.text()).isEqualTo(csv);
    assertThat(file.header("Content-Disposition")).contains("rows.csv");
    assertThat(api.postJson(path, input).problem()).isEqualTo("upload-not-found");
    assertThat(api.get(accepted.header("Location"), "Prefer", "wait=30").status()).isEqualTo(303);
  }

  @Test
  void anEnvelopeMayNameIt() throws Exception {
    assertWhole(append(0, csv, "?1"));
    String envelope =
        "{\"type\":\"import\",\"upload\":%s,\"input\":{\"dataset\":\"" + dataset + "\"}}";

    assertThat(api.postJson("/api/jobs", envelope.formatted("7")).text("parameter"))
        .isEqualTo("upload");
    Answer done =
        api.postJson("/api/jobs", envelope.formatted('"' + id() + '"'), "Prefer", "wait=20");
    assertThat(done.status()).as(done.text()).isEqualTo(303);
    assertThat(api.get(done.header("Location")).json().getInt("rows")).isEqualTo(ROWS);
  }

  @Test
  void optionsTellWhatIsTaken() {
    for (String path : new String[] {"/api/uploads", upload}) {
      Answer options = api.send("OPTIONS", path, BodyPublishers.noBody());
      assertThat(options.header("Accept-Patch")).isEqualTo(PART);
      assertThat(options.header("Upload-Limit")).startsWith("max-size=");
    }
  }
}
