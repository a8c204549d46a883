package dev.accepted.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys: who makes them, what they may be, and what they are good for. */
class KeysIT extends IdentityFixture {

  @Test
  void aKeyIsToldOnceAndCountsUntilItIsRevoked() {
    Answer answer = make(OPERATOR, "{\"name\":\"ci\",\"roles\":[\"submit\"]}");
    String location = answer.header("Location");
    String key = answer.text("key");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.text("createdBy")).isEqualTo("key:operator");
    Answer job = api.postJson("/api/simulations", ZERO, "X-Api-Key", key);
    assertThat(job.status()).as(job.text()).isEqualTo(202);
    assertThat(api.get(job.header("Location") + "/status", AUTHORIZATION, BEARER + key).status())
        .isEqualTo(200);
    Answer known = api.get(location, AUTHORIZATION, BEARER + OPERATOR);
    assertThat(known.text("name")).isEqualTo("ci");
    assertThat(known.text()).doesNotContain(key).doesNotContain("digest");

    Answer gone =
        api.send("DELETE", location, BodyPublishers.noBody(), AUTHORIZATION, BEARER + OPERATOR);

    assertThat(gone.status()).isEqualTo(204);
    assertThat(api.get("/api/jobs", "X-Api-Key", key).status()).isEqualTo(401);
  }

  @Test
  void rolesAreHeld() {
    String submitter = made("s", "\"submit\"");
    String observer = made("o", "\"observe\"");

    Answer refused = make(submitter, "{\"name\":\"x\",\"roles\":[\"submit\"]}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("not-allowed");
    assertThat(refused.text("role")).isEqualTo("admin");
    assertThat(api.get("/metrics", "X-Api-Key", submitter).status()).isEqualTo(403);
    assertThat(api.get("/metrics", AUTHORIZATION, BEARER + observer).status()).isEqualTo(200);
  }

  @Test
  void aTenantsAdministratorMakesItsTenantsKeysWithItsOwnRoles() {
    String boss =
        make(OPERATOR, "{\"name\":\"boss\",\"tenant\":\"acme\",\"roles\":[\"admin\",\"submit\"]}")
            .text("key");

    assertThat(make(boss, "{\"name\":\"a\",\"roles\":[\"submit\"]}").text("tenant"))
        .isEqualTo("acme");
    assertThat(make(boss, "{\"name\":\"b\",\"tenant\":\"other\",\"roles\":[\"submit\"]}").problem())
        .isEqualTo("not-allowed");
    assertThat(make(boss, "{\"name\":\"c\",\"roles\":[\"observe\"]}").text("role"))
        .isEqualTo("observe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/name      | {'roles':['submit']}",
        "/roles     | {'name':'x'}",
        "/roles     | {'name':'x','roles':['root']}",
        "/owner     | {'name':'x','owner':'a/b','roles':['submit']}",
        "/tenant    | {'name':'x','tenant':'a b','roles':['submit']}",
        "/expiresAt | {'name':'x','expiresAt':'2020-01-01T00:00:00Z','roles':['submit']}",
        "/secret    | {'name':'x','secret':'mine','roles':['submit']}"
      })
  void whatAKeyMayNotBeIsNamed(String pointer, String json) {
    Answer answer = make(OPERATOR, json.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo(pointer);
  }
}
