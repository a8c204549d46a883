package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the current representation isn't sent it again. */
class ConditionalIT extends DeployedServer {

  private final Api api = new Api();

  @Test
  void theMonitorOfAnActiveJob() {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    Answer first = api.get(job);
    Answer second = api.get(job, "If-None-Match", first.header("ETag"));

    assertThat(second.status()).isEqualTo(304);
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(second.header("Retry-After")).isNotEmpty();
    assertThat(second.body()).isEmpty();
    api.post(job + "/cancel");
    assertThat(api.get(job, "If-None-Match", first.header("ETag")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/types", "/api/jobs?type=nothing", "/api/datasets"})
  void everythingElseThatIsJson(String path) {
    String tag = api.get(path).header("ETag");

    assertThat(api.get(path, "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(api.get(path, "If-None-Match", "W/" + tag).status()).isEqualTo(304);
    assertThat(api.get(path, "If-None-Match", "*").status()).isEqualTo(304);
    assertThat(api.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
  }
}
