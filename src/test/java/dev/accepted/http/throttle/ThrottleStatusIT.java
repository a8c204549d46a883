package dev.accepted.http.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose operator would rather say that it is unavailable; and one that refuses nobody. */
class ThrottleStatusIT {

  private static final String NOTHING = "{\"duration\":\"PT0S\"}";

  @TempDir static Path folder;

  @Test
  void theRefusalsAre503WhereTheSettingsSaySo() throws Exception {
    ServerSetup setup =
        ServerSetup.in(folder.resolve("unavailable"))
            .with("accepted.throttle.polls", "3")
            .with("accepted.throttle.offences", "5")
            .with("accepted.throttle.status", "503")
            .with("accepted.proxies", "127.0.0.1");
    try (ServerProcess server = ServerProcess.start(setup)) {
      Api api = new Api(server.url());
      Crowded pushy = new Crowded(api, "203.0.113.10");
      String job = api.simulate(NOTHING, "?runAt=" + Api.inAnHour());

      for (String problem : new String[] {"polled-too-soon", "not-listening"}) {
        Answer refused = pushy.pushUntil(problem, job);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(refused.header("RateLimit")).contains(";r=0;t=");
        assertThat(refused.header("RateLimit-Policy")).contains(";w=60");
      }
    }
  }

  @Test
  void nobodyIsRefusedWhereItIsOff() throws Exception {
    ServerSetup setup =
        ServerSetup.in(folder.resolve("off"))
            .with("accepted.throttle", "false")
            .with("accepted.throttle.polls", "1")
            .with("accepted.throttle.requests", "1");
    try (ServerProcess server = ServerProcess.start(setup)) {
      Api api = new Api(server.url());
      String job = api.simulate(NOTHING, "?runAt=" + Api.inAnHour());
      for (int poll = 0; poll < 100; poll++) {
        assertThat(api.get(job).status()).isEqualTo(200);
      }
    }
  }
}
