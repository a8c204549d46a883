package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.content.S3Server;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that keeps its content in a bucket, and what it says while the bucket's is down. */
@Tag("any-server")
class BucketIT {

  private static final NumberedRows ROWS = new NumberedRows(20_000);
  private static final String REPORT = "{\"dataset\":\"%s\",\"format\":\"csv\"}";

  @TempDir static Path folder;
  private static S3Server bucket;
  private static ServerSetup setup;
  private static ServerProcess server;

  private final Api api = new Api(setup.url());
  private final Following following = new Following(api);

  @BeforeAll
  static void start() throws Exception {
    bucket = S3Server.start(folder.resolve("s3"));
    setup = ServerSetup.in(folder.resolve("server"));
    for (Map.Entry<String, String> setting : bucket.settings().entrySet()) {
      setup = setup.with(setting.getKey(), setting.getValue());
    }
    setup = setup.with("accepted.content.s3.prefix", "it");
    server = ServerProcess.start(setup);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    bucket.close();
  }

  @Test
  void inputsAndResultsGoByWayOfTheBucket() throws Exception {
    following.toResult(submitRows("there").header("Location"));
    String job = api.postJson("/api/reports", REPORT.formatted("there")).header("Location");

    Answer whole = following.toResult(job);

    ROWS.assertOnceEach(whole.text().lines().toList());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.body());
    assertThat(whole.header("Repr-Digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    Answer part = api.get(job + "/result", "Range", "bytes=1000-1999");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo(whole.text().substring(1_000, 2_000));
    Answer head = api.send("HEAD", job + "/result", BodyPublishers.noBody());
    assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(whole.body().length));
    assertThat(api.get(job + "/result", "If-None-Match", whole.header("ETag")).status())
        .isEqualTo(304);
    assertThat(folder.resolve("server/data/content/jobs")).doesNotExist();
  }

  @Test
  void whileItIsDownThereAre503AndThenAllGoesOn() throws Exception {
    following.toResult(submitRows("before").header("Location"));
    String job = api.postJson("/api/reports", REPORT.formatted("before")).header("Location");
    following.toResult(job);

    bucket.stop();
    try {
      assertComeBack(api.get(job + "/result"));
      assertComeBack(api.get(job + "/result", "Range", "bytes=0-9"));
      assertComeBack(submitRows("meanwhile"));
      assertThat(api.get(job).status()).isEqualTo(303);
    } finally {
      bucket.start();
    }

    ROWS.assertOnceEach(api.get(job + "/result").text().lines().toList());
    assertThat(submitRows("after").status()).isEqualTo(202);
  }

  private static void assertComeBack(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(503);
    assertThat(answer.problem()).isEqualTo("store-unavailable");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
  }

  private Answer submitRows(String dataset) throws Exception {
    return api.send(
        "POST",
        "/api/imports?dataset=" + dataset,
        BodyPublishers.ofFile(ROWS.write(folder.resolve("rows.csv"))),
        "Content-Type",
        "text/csv");
  }
}
