package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator finds in the log of a real server, as it comes from the WAR. */
class LogIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final int HELD = 100;

  @TempDir Path folder;

  @Test
  void aJobThatFailsIsOneLineWithItsTrace() throws Exception {
    String failing =
        "{\"duration\":\"PT0S\",\"outcome\":\"failed\",\"message\":\"confided\\nevent=forged\"}";
    String failed;
    String succeeded;
    try (ServerProcess server = ServerProcess.start(ServerSetup.in(folder))) {
      Api api = new Api(server.url());
      failed =
          api.postJson(
                  "/api/simulations?maxAttempts=1",
                  failing,
                  "Prefer",
                  "wait=20",
                  "traceparent",
                  "00-" + TRACE + "-00f067aa0ba902b7-01")
              .text("id");
      succeeded = api.finished("{\"duration\":\"PT0S\"}", "").replaceAll(".*/", "");
    }
    List<String> lines = logged();
    assertThat(lines.stream().filter(line -> line.contains(failed)))
        .singleElement()
        .asString()
        .containsPattern(
            "event=failed job="
                + failed
                + " type=simulation attempt=1 from=running to=failed duration=\\S+ code=\\S+ trace_id="
                + TRACE);
    assertThat(lines).noneMatch(line -> line.contains(succeeded) || line.contains("confided"));
  }

  @Test
  void requestsThatWereHeldAreOverWhenTheServerStops() throws Exception {
    try (ServerProcess server = ServerProcess.start(ServerSetup.in(folder))) {
      Api api = new Api(server.url());
      for (int request = 0; request < HELD; request++) {
        api.postJson("/api/simulations", "{\"duration\":\"PT0S\"}", "Prefer", "wait=2");
      }
    }
    assertThat(logged()).noneMatch(line -> line.matches(".*(ERROR|SEVERE|Exception).*"));
  }

  private List<String> logged() throws IOException {
    return Files.readAllLines(folder.resolve("server.log"));
  }
}
