package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of subscriptions, and how it is answered or refused. */
@Timeout(120)
class SubscriptionRequestsIT extends SubscriptionsFixture {

  @Test
  void itsSecretIsShownOnceAndItsUrlWithoutItsQuery() {
    JsonObject fresh = subscribe("");

    Answer read = api.get(self(fresh));

    assertThat(read.text()).doesNotContain("whsec_", "token");
    assertThat(fresh.getString("secret")).startsWith("whsec_");
    assertThat(fresh.getString("url")).endsWith("/hook");
    assertThat(fresh).doesNotContainKeys("types", "labels", "stateReason");
    assertThat(fresh.getJsonArray("events")).hasSize(7);
    assertThat(api.get(SUBSCRIPTIONS).json().getJsonArray("subscriptions"))
        .containsExactly(read.json());
    String tag = read.header("ETag");
    assertThat(api.get(self(fresh), "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(api.send("HEAD", self(fresh), BodyPublishers.noBody()).header("ETag"))
        .isEqualTo(tag);
    assertThat(api.get(self(fresh), "Accept", "text/csv").status()).isEqualTo(406);
  }

  @Test
  void whatOthersHaveChangedMeanwhileStaysAsItIs() {
    JsonObject fresh = subscribe("");
    String seen = api.get(self(fresh)).header("ETag");
    Answer theirs = change(fresh, body("").replace("hook", "theirs"), "If-Match", seen);
    assertThat(theirs.status()).as(theirs.text()).isEqualTo(200);

    for (Answer refused :
        new Answer[] {
          change(fresh, body("").replace("hook", "mine"), "If-Match", seen),
          delete(self(fresh), "If-Match", seen),
          delete(self(fresh), "If-Match", "W/" + api.get(self(fresh)).header("ETag")),
        }) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(412);
      assertThat(refused.problem()).isEqualTo("precondition-failed");
    }

    Answer now = api.get(self(fresh));
    assertThat(now.text("url")).endsWith("/theirs");
    Answer any = change(fresh, body(""), "If-Match", "*");
    assertThat(any.status()).as(any.text()).isEqualTo(200);
    String last = api.get(self(fresh)).header("ETag");
    assertThat(delete(self(fresh), "If-Match", "\"another\", " + last).status()).isEqualTo(204);
    assertThat(delete(self(fresh), "If-Match", last).status()).isEqualTo(404);
  }

  @Test
  void whatIsRemovedIsNotThere() {
    JsonObject fresh = subscribe("");

    assertThat(delete(self(fresh)).status()).isEqualTo(204);

    for (Answer answer :
        new Answer[] {
          delete(self(fresh)),
          api.get(self(fresh)),
          api.get(link(fresh, "deliveries")),
          api.post(link(fresh, "secret")),
          api.post(link(fresh, "pause")),
          api.post(self(fresh) + "/resume"),
          api.post(link(fresh, "deliveries") + "/1/send"),
          api.get(SUBSCRIPTIONS + "/nonsense"),
        }) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    }
  }

  @Test
  void thereAreOnlySoMany() {
    subscribe("");
    subscribe("");
    subscribe("");

    Answer answer = api.postJson(SUBSCRIPTIONS, body(""));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("too-many-subscriptions");
    assertThat(answer.json().getInt("limit")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                            | /url",
        "{\"url\":1}                                                   | /url",
        "{\"url\":\"ftp://example.org/\"}                              | /url",
        "{\"url\":\"http://127.0.0.1/\"}                               | /url",
        "{\"url\":\"http://169.254.169.254/latest\"}                   | /url",
        "{\"url\":\"http://example.org/\",\"types\":[\"nothing\"]}     | /types",
        "{\"url\":\"http://example.org/\",\"types\":\"simulation\"}    | /types",
        "{\"url\":\"http://example.org/\",\"events\":[]}               | /events",
        "{\"url\":\"http://example.org/\",\"events\":[\"progress\"]}   | /events",
        "{\"url\":\"http://example.org/\",\"labels\":{\"a\":1}}        | /labels",
        "{\"url\":\"http://example.org/\",\"secret\":\"hunter-2\"}     | /secret",
        "{\"url\":\"http://example.org/\",\"evnets\":[\"failed\"]}     | /evnets",
      })
  void whatCanNotBeIsRefusedWithPointers(String body, String pointer) {
    Answer answer = api.postJson(SUBSCRIPTIONS, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("invalid-input");
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
        .isEqualTo(pointer);
    assertThat(answer.text()).doesNotContain("hunter-2");
  }

  @Test
  void aBodyHasToBeJson() {
    assertThat(api.postJson(SUBSCRIPTIONS, "{").problem()).isEqualTo("malformed-json");
    assertThat(api.post(SUBSCRIPTIONS).status()).isEqualTo(415);
    assertThat(api.post(SUBSCRIPTIONS, "Content-Type", "text/plain").status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                     | PUT    | GET, HEAD, OPTIONS, POST",
        "/1                   | POST   | DELETE, GET, HEAD, OPTIONS, PUT",
        "/1/secret            | GET    | OPTIONS, POST",
        "/1/pause             | GET    | OPTIONS, POST",
        "/1/resume            | GET    | OPTIONS, POST",
        "/1/deliveries        | POST   | GET, HEAD, OPTIONS",
        "/1/deliveries/1/send | GET    | OPTIONS, POST",
      })
  void eachResourceSaysWhatItAllows(String path, String method, String allowed) {
    String resource = SUBSCRIPTIONS + (path == null ? "" : path);
    Answer options = api.send("OPTIONS", resource, BodyPublishers.noBody());
    Answer refused = api.send(method, resource, BodyPublishers.noBody());

    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo(allowed);
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).isEqualTo(allowed);
  }
}
