package dev.accepted.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.client.Outcome.Canceled;
import dev.accepted.client.Outcome.Failed;
import dev.accepted.client.Outcome.Gone;
import dev.accepted.client.Outcome.Succeeded;
import dev.accepted.example.FollowJob;
import dev.accepted.http.Api;
import dev.accepted.server.DeployedServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client and the server it was made for. */
@Timeout(60)
class JobClientIT extends DeployedServer {

  @TempDir Path folder;
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private JobClient client;

  @BeforeEach
  void open() {
    client = JobClient.of(URI.create(System.getProperty("accepted.url") + "/api"));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aJobIsFollowedFromItsSubmissionToItsResult() throws Exception {
    Submitted job = submit("simulations", "{\"duration\":\"PT4S\",\"steps\":20}");
    assertThat(job.report().status()).contains("queued");

    Succeeded outcome = (Succeeded) follow(job);

    List<Integer> percents =
        reports.stream().map(report -> report.percentComplete().orElse(0)).toList();
    // Told at once, at the end, and once a second in between.
    assertThat(percents).isSorted().hasSizeGreaterThan(3).endsWith(100);
    Path file = client.result(outcome.result(), folder.resolve("result")).get(20, TimeUnit.SECONDS);
    assertThat(file).content().contains("\"outcome\":\"succeeded\"");
  }

  @Test
  void aFileIsSubmittedAsItIs() throws Exception {
    Submitted job =
        client
            .submit("imports?dataset=client_it", "text/csv", BodyPublishers.ofString("a,b\n1,2\n"))
            .get(20, TimeUnit.SECONDS);

    Succeeded outcome = (Succeeded) follow(job);
    assertThat(outcome.report().json()).contains("\"type\":\"import\"");
  }

  @Test
  void aFailureSaysWhy() throws Exception {
    Failed failed =
        (Failed)
            follow(
                submit(
                    "simulations?maxAttempts=1",
                    "{\"duration\":\"PT0S\",\"outcome\":\"failed\",\"message\":\"no chalk\"}"));

    assertThat(failed.report().message()).contains("no chalk");
  }

  @Test
  void aJobIsCanceledAndThenRemoved() throws Exception {
    Submitted job = submit("simulations?runAt=" + Api.inAnHour(), "{\"duration\":\"PT0S\"}");
    CompletableFuture<Outcome> outcome = client.follow(job.monitor(), reports::add);
    assertThat(reports.poll(20, TimeUnit.SECONDS).status()).contains("scheduled");
    client.cancel(job.monitor()).get(20, TimeUnit.SECONDS);
    assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(Canceled.class);

    assertThat(client.remove(job.monitor()).get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(client.remove(job.monitor()).get(20, TimeUnit.SECONDS)).isFalse();
    assertThat(follow(job))
        .isInstanceOfSatisfying(Gone.class, gone -> assertThat(gone.status()).isEqualTo(404));
  }

  @Test
  void manyAreFollowedAtOnce() throws Exception {
    List<CompletableFuture<Outcome>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(
          client
              .submit("simulations", "{\"duration\":\"PT0.2S\",\"steps\":2}")
              .thenCompose(job -> client.follow(job.monitor())));
    }
    for (CompletableFuture<Outcome> one : all) {
      assertThat(one.get(40, TimeUnit.SECONDS)).isInstanceOf(Succeeded.class);
    }
  }

  @Test
  void theReadmesExampleRuns() {
    Path file = folder.resolve("result.json");
    FollowJob.main(new String[] {System.getProperty("accepted.url") + "/api", file.toString()});

    assertThat(file).content().contains("\"duration\":\"PT5S\"");
  }

  private Submitted submit(String collection, String json) throws Exception {
    return client.submit(collection, json).get(20, TimeUnit.SECONDS);
  }

  private Outcome follow(Submitted job) throws Exception {
    return client.follow(job.monitor(), reports::add).get(30, TimeUnit.SECONDS);
  }
}
