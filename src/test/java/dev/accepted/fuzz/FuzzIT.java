package dev.accepted.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Api;
import dev.accepted.server.Complaints;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is asked for, nothing breaks: requests are made up from the served description. {@code
 * -Dfuzz.requests} says how many, {@code -Dfuzz.seconds} how long they may take, and {@code
 * -Dfuzz.seed} repeats a run as far as the server's answers are the same.
 */
@Timeout(6_000)
class FuzzIT {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final Duration LONGEST =
      Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 60));
  private static final int WARM_UP = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Pools may grow to what they are allowed; a thread for each job or request would be more. */
  private static final int MORE_THREADS = 40;

  private static final int MORE_DESCRIPTORS = 40;
  private static final String UNFINISHED =
      "/api/jobs?limit=500&status=scheduled&status=queued&status=running";

  @TempDir Path folder;

  @Test
  void nothingBreaksWhateverIsAskedFor() throws Exception {
    ServerSetup setup =
        ServerSetup.in(folder)
            .with("accepted.wait.max", "PT0.2S")
            .with("accepted.queue.limit", "500")
            .with("accepted.slots", "4")
            .with("accepted.webhooks.retries", "PT1S")
            // All come from one address, and mean no good.
            .with("accepted.throttle", "false");
    try (ServerProcess server = ServerProcess.start(setup)) {
      Api api = new Api(server.url());
      Description description = new Description(api.get("/openapi").json());
      int port = URI.create(server.url()).getPort();
      assertThat(description.operations()).hasSizeGreaterThan(30);
      new Fuzzing(description, port, SEED + WARM_UP, WARM_UP, LONGEST).run();
      settle(api);
      Leftovers before = Leftovers.of(server.pid(), folder);

      System.out.printf("fuzz: seed %d, %d requests%n", SEED, REQUESTS);
      long began = System.nanoTime();
      Fuzzing.Outcome outcome = new Fuzzing(description, port, SEED, REQUESTS, LONGEST).run();
      Duration took = Duration.ofNanos(System.nanoTime() - began);

      System.out.printf("fuzz: answered in %d s: %s%n", took.toSeconds(), outcome.statuses());
      assertThat(outcome.faults()).as("seed %d", SEED).isEmpty();
      settle(api);
      await(server, now -> now.temporary().size() <= before.temporary().size(), before);
      await(server, now -> now.threads() <= before.threads() + MORE_THREADS, before);
      await(server, now -> now.descriptors() <= before.descriptors() + MORE_DESCRIPTORS, before);
      Leftovers after = Leftovers.of(server.pid(), folder);
      System.out.printf("fuzz: before %s, after %s%n", before.counted(), after.counted());
      assertThat(api.finished("{\"duration\":\"PT0S\"}", "")).startsWith("/api/jobs/");
    }
    assertThat(Complaints.of(folder.resolve("server.log"))).as("seed %d", SEED).isEmpty();
  }

  /** Ends what was begun, so that what is left is left behind. */
  private static void settle(Api api) {
    for (String type : List.of("simulation", "import", "report", "video")) {
      api.post("/api/types/" + type + "/resume");
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (List<String> some = unfinished(api); !some.isEmpty(); some = unfinished(api)) {
      some.forEach(id -> api.send("DELETE", "/api/jobs/" + id, BodyPublishers.noBody()));
      assertThat(System.nanoTime()).as("unfinished: %s", some).isLessThan(end);
    }
  }

  private static List<String> unfinished(Api api) {
    return api.get(UNFINISHED).json().getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
        .map(job -> job.getString("id"))
        .toList();
  }

  private void await(ServerProcess server, Predicate<Leftovers> fine, Leftovers before)
      throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Leftovers now = Leftovers.of(server.pid(), folder);
    while (!fine.test(now)) {
      assertThat(System.nanoTime()).as("before: %s, now: %s", before, now).isLessThan(end);
      Thread.onSpinWait();
      now = Leftovers.of(server.pid(), folder);
    }
  }
}
