package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.server.DeployedServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** A client that knows nothing but {@code /api} finds the rest. */
class DiscoveryIT extends DeployedServer {

  private final Api api = new Api();

  @Test
  void everyLinkOfTheIndexLeadsSomewhere() {
    JsonObject links = api.get("/api").json().getJsonObject("links");

    assertThat(links)
        .containsKeys(
            "self",
            "jobs",
            "types",
            "datasets",
            "schedules",
            "uploads",
            "quota",
            "session",
            "status",
            "simulations");
    links.values().stream()
        .map(link -> ((JsonString) link).getString())
        .forEach(
            link -> {
              // Not GET: a stream of events would not end.
              Answer head = api.send("HEAD", link, BodyPublishers.noBody());
              assertThat(head.status()).as(link).isIn(200, 405);
            });
  }

  @Test
  void aTypesExampleIsAcceptedWhereItSays() {
    JsonObject type = api.get("/api/types/simulation").json();
    Answer answer =
        api.postJson(
            type.getJsonObject("links").getString("submit"),
            type.getJsonObject("example").toString());

    assertThat(answer.status()).isEqualTo(202);
    assertThat(type.getJsonObject("inputSchema").getString("type")).isEqualTo("object");
    api.post("/api/jobs/" + answer.text("id") + "/cancel");
  }

  @Test
  void allTypesStandInTheList() {
    api.get("/api/types").json().getJsonArray("types").stream()
        .map(type -> type.asJsonObject())
        .forEach(
            type ->
                assertThat(api.get(type.getJsonObject("links").getString("self")).json())
                    .isEqualTo(type));
    assertThat(api.get("/api/types/nothing").problem()).isEqualTo("unknown-job-type");
  }

  @Test
  void aProblemsTypeExplainsIt() {
    String type = api.get("/api/nonsense").text("type");

    assertThat(api.get(type).json().getInt("usualStatus")).isEqualTo(404);
    Answer page = api.get(type, "Accept", "text/html,*/*;q=0.8");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("There is nothing here");
    assertThat(api.get("/api/problems/nothing").status()).isEqualTo(404);
  }

  @Test
  void pagesHaveAddressesOfTheirOwn() {
    assertThat(api.get("/results/019333c2-0000-7000-8000-000000000000").status()).isEqualTo(200);
    assertThat(api.get("/submit/simulations").status()).isEqualTo(200);
    for (String nothing : new String[] {"/results/", "/results/a/b", "/submit/", "/nothing"}) {
      Answer answer = api.get(nothing);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("text/html");
    }
  }
}
