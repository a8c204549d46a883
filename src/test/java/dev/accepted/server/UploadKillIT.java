package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upload outlives the server that took its first part: it is killed in the midst of that. */
@Tag("any-server")
class UploadKillIT {

  private static final int ROW = 64;
  private static final String FILE =
      "n,text\n" + "1,%s\n".formatted("x".repeat(ROW)).repeat(400_000);
  private static final int SENT = 20 << 20;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @TempDir Path folder;

  @Test
  void goesOnAfterTheServerWasKilled() throws Exception {
    ServerSetup setup = ServerSetup.in(folder.resolve("server"));
    Api api = new Api(setup.url());
    String upload;
    int kept;
    try (ServerProcess server = ServerProcess.start(setup);
        RawConnection client = RawConnection.to(setup.port())) {
      upload = begin(api);
      client.send(
          "PATCH " + upload,
          FILE.substring(0, SENT),
          "Content-Type: application/partial-upload",
          "Upload-Offset: 0",
          "Upload-Complete: ?1",
          "Content-Length: " + FILE.length());
      kept = awaitSteps(api);
      server.kill();
    }

    try (ServerProcess again = ServerProcess.start(setup)) {
      assertThat(again.url()).isEqualTo(setup.url());
      Answer head = api.send("HEAD", upload, BodyPublishers.noBody());
      int offset = Integer.parseInt(head.header("Upload-Offset"));
      assertThat(offset).isBetween(kept, SENT);
      Answer done =
          api.send(
              "PATCH",
              upload,
              BodyPublishers.ofString(FILE.substring(offset)),
              "Content-Type",
              "application/partial-upload",
              "Upload-Offset",
              Integer.toString(offset),
              "Upload-Complete",
              "?1");
      assertThat(done.status()).as(done.text()).isEqualTo(204);
      assertThat(done.header("Repr-Digest")).isEqualTo("sha-256=:" + digest() + ':');
    }
  }

  private static String begin(Api api) {
    Answer begun =
        api.post(
            "/api/uploads",
            "Content-Type",
            "text/csv",
            "Upload-Complete",
            "?0",
            "Upload-Length",
            Integer.toString(FILE.length()));
    return URI.create(begun.header("Location")).getPath();
  }

  /** Until some of it counts although the request goes on; the list disturbs nobody. */
  private static int awaitSteps(Api api) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    int offset = 0;
    while (offset == 0) {
      assertThat(System.nanoTime()).isLessThan(end);
      offset =
          api.get("/api/uploads").json().getJsonArray("uploads").getJsonObject(0).getInt("offset");
    }
    return offset;
  }

  private static String digest() throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(FILE.getBytes(StandardCharsets.US_ASCII)));
  }
}
