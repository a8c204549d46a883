package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An upload that has begun: a table, of which nothing has come yet. */
abstract class ResumableUploadFixture extends DeployedServer {

  static final String PART = "application/partial-upload";
  static final int ROWS = 20_000;

  final Api api = new Api();
  final String dataset = "resumed_" + UUID.randomUUID().toString().replace('-', '_');
  final String csv = csv();
  String upload;

  private static String csv() {
    StringBuilder rows = new StringBuilder("n,name\n");
    for (int row = 0; row < ROWS; row++) {
      rows.append(row).append(",name ").append(row).append('\n');
    }
    return rows.toString();
  }

  @BeforeEach
  void begin() {
    Answer begun = begin("?0", "Upload-Length", Integer.toString(csv.length()));
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(begun.header("Upload-Offset")).isEqualTo("0");
    assertThat(begun.header("Upload-Complete")).isEqualTo("?0");
    assertThat(begun.header("Upload-Limit")).matches("max-size=\\d+, max-age=\\d+");
    assertThat(begun.header("Location")).startsWith(api.server() + "/api/uploads/");
    upload = URI.create(begun.header("Location")).getPath();
  }

  @AfterEach
  void remove() {
    api.send("DELETE", upload, BodyPublishers.noBody());
  }

  Answer begin(String complete, String... headers) {
    return api.send(
        "POST",
        "/api/uploads?fileName=rows.csv",
        BodyPublishers.noBody(),
        and(headers, "Upload-Complete", complete, "Content-Type", "text/csv"));
  }

  Answer append(long offset, String part, String complete, String... headers) {
    return api.send(
        "PATCH",
        upload,
        BodyPublishers.ofString(part),
        and(
            headers,
            "Content-Type",
            PART,
            "Upload-Offset",
            Long.toString(offset),
            "Upload-Complete",
            complete));
  }

  private static String[] and(String[] headers, String... usual) {
    String[] all = Arrays.copyOf(usual, usual.length + headers.length);
    System.arraycopy(headers, 0, all, usual.length, headers.length);
    return all;
  }

  Answer head() {
    return api.send("HEAD", upload, BodyPublishers.noBody());
  }

  int offset() {
    Answer head = head();
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Cache-Control")).isEqualTo("no-store");
    assertThat(head.header("Upload-Length")).isEqualTo(Integer.toString(csv.length()));
    assertThat(head.header("Upload-Complete")).isEqualTo("?0");
    return Integer.parseInt(head.header("Upload-Offset"));
  }

  void assertWhole(Answer last) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(csv.getBytes(StandardCharsets.US_ASCII));
    String expected = "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ':';
    assertThat(last.status()).as(last.text()).isEqualTo(204);
    assertThat(last.header("Upload-Complete")).isEqualTo("?1");
    assertThat(last.header("Upload-Offset")).isEqualTo(Integer.toString(csv.length()));
    assertThat(last.header("Repr-Digest")).isEqualTo(expected);
    assertThat(head().header("Repr-Digest")).isEqualTo(expected);
  }

  String id() {
    return upload.replaceAll(".*/", "");
  }
}
