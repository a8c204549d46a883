package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every resource says what it allows. */
class MethodsIT extends DeployedServer {

  private final Api api = new Api();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                 | POST   | GET, HEAD, OPTIONS",
        "/types           | POST   | GET, HEAD, OPTIONS",
        "/types/import    | DELETE | GET, HEAD, OPTIONS",
        "/types/import/pause  | GET | OPTIONS, POST",
        "/types/import/resume | PUT | OPTIONS, POST",
        "/jobs            | DELETE | GET, HEAD, OPTIONS, POST",
        "/jobs/1          | PUT    | DELETE, GET, HEAD, OPTIONS",
        "/jobs/1/status   | POST   | GET, HEAD, OPTIONS",
        "/jobs/1/result   | PATCH  | GET, HEAD, OPTIONS",
        "/jobs/1/files    | PUT    | GET, HEAD, OPTIONS",
        "/jobs/1/files/a  | PUT    | GET, HEAD, OPTIONS",
        "/jobs/1/input    | POST   | GET, HEAD, OPTIONS",
        "/jobs/1/input/file | PUT  | GET, HEAD, OPTIONS",
        "/jobs/1/log      | POST   | GET, HEAD, OPTIONS",
        "/jobs/1/cancel   | GET    | OPTIONS, POST",
        "/jobs/1/retry    | DELETE | OPTIONS, POST",
        "/jobs/1/priority | POST   | OPTIONS, PUT",
        "/jobs/1/exchange | POST   | GET, HEAD, OPTIONS",
        "/jobs/1/links    | GET    | OPTIONS, POST",
        "/simulations     | GET    | OPTIONS, POST",
        "/imports         | PUT    | OPTIONS, POST",
        "/datasets        | POST   | GET, HEAD, OPTIONS",
        "/datasets/a      | POST   | DELETE, GET, HEAD, OPTIONS",
        "/datasets/a/rows | DELETE | GET, HEAD, OPTIONS",
        "/schedules       | PUT    | GET, HEAD, OPTIONS, POST",
        "/schedules/1     | POST   | DELETE, GET, HEAD, OPTIONS, PUT",
        "/schedules/1/pause  | GET | OPTIONS, POST",
        "/schedules/1/resume | GET | OPTIONS, POST",
        "/schedules/1/run    | PUT | OPTIONS, POST",
        "/uploads         | PUT    | GET, HEAD, OPTIONS, POST",
        "/uploads/1       | POST   | DELETE, GET, HEAD, OPTIONS, PATCH",
        "/admin/keys      | PUT    | GET, HEAD, OPTIONS, POST",
        "/admin/keys/a    | POST   | DELETE, GET, HEAD, OPTIONS",
        "/admin/offenders | POST   | GET, HEAD, OPTIONS",
        "/admin/offenders/a | GET  | DELETE, OPTIONS",
        "/admin/audit     | DELETE | GET, HEAD, OPTIONS",
        "/quota           | POST   | GET, HEAD, OPTIONS",
        "/session         | PUT    | DELETE, GET, HEAD, OPTIONS, POST",
        "/status          | POST   | GET, HEAD, OPTIONS",
        "/status/202/monitors/a | POST | GET, HEAD, OPTIONS",
        "/problems        | POST   | GET, HEAD, OPTIONS",
        "/problems/a      | POST   | GET, HEAD, OPTIONS",
      })
  void whatIsNotAllowedIsToldWhatIs(String path, String method, String allowed) {
    String resource = "/api" + (path == null ? "" : path);
    Answer options = api.send("OPTIONS", resource, BodyPublishers.noBody());
    Answer refused = api.send(method, resource, BodyPublishers.ofString("x"));

    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo(allowed);
    assertThat(options.body()).isEmpty();
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).isEqualTo(allowed);
    assertThat(refused.problem()).isEqualTo("method-not-allowed");
  }

  @ParameterizedTest
  @CsvSource({"GET", "POST", "OPTIONS", "DELETE", "HEAD"})
  void anUnknownCollectionIsUnknownToAllMethods(String method) {
    assertThat(api.send(method, "/api/nonsense", BodyPublishers.noBody()).status()).isEqualTo(404);
    assertThat(api.send(method, "/api/a/b/c", BodyPublishers.noBody()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/api",
    "/api/types",
    "/api/types/import",
    "/api/jobs",
    "/api/jobs/count",
    "/api/datasets",
    "/api/schedules",
    "/api/uploads",
    "/api/quota",
    "/api/session"
  })
  void whatIsNotAcceptableIsToldWhatIs(String path) {
    Answer answer = api.get(path, "Accept", "text/csv, application/json;q=0");

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.json().getJsonArray("acceptable").getString(0)).isEqualTo("application/json");
    assertThat(api.get(path, "Accept", "text/html, */*;q=0.1").status()).isEqualTo(200);
  }

  @Test
  void theMonitorIsJsonOnly() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");

    assertThat(api.get(job, "Accept", "text/csv").status()).isEqualTo(406);
    assertThat(api.get(job + "/log", "Accept", "image/png").status()).isEqualTo(406);
  }
}
