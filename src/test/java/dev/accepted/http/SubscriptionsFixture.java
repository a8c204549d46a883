package dev.accepted.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.webhooks.Receiver;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server with room for three subscriptions; each test leaves none. */
abstract class SubscriptionsFixture {

  static final String SUBSCRIPTIONS = "/api/subscriptions";

  @RegisterExtension
  static final ReceivingServer SERVER =
      new ReceivingServer(
          Map.of("accepted.webhooks.subscriptions", "3", "accepted.webhooks.retries", "PT1S,PT1S"));

  Api api;
  Receiver receiver;

  @BeforeEach
  void start() {
    api = SERVER.api();
    receiver = SERVER.receiver();
  }

  @AfterEach
  void stop() {
    api.get(SUBSCRIPTIONS)
        .json()
        .getJsonArray("subscriptions")
        .getValuesAs(JsonObject.class)
        .forEach(one -> delete(self(one)));
  }

  static String self(JsonObject subscription) {
    return subscription.getJsonObject("links").getString("self");
  }

  static String link(JsonObject subscription, String relation) {
    return subscription.getJsonObject("links").getString(relation);
  }

  Answer delete(String url, String... headers) {
    return api.send("DELETE", url, BodyPublishers.noBody(), headers);
  }

  String body(String more) {
    return "{\"url\":\"http://localhost:%d/hook?token=t\"%s}".formatted(receiver.port(), more);
  }

  JsonObject subscribe(String more) {
    Answer answer = api.postJson(SUBSCRIPTIONS, body(more));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(self(answer.json()));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    return answer.json();
  }

  Answer change(JsonObject subscription, String body, String... condition) {
    String[] headers = Arrays.copyOf(condition, condition.length + 2);
    headers[condition.length] = "Content-Type";
    headers[condition.length + 1] = "application/json";
    return api.send("PUT", self(subscription), BodyPublishers.ofString(body), headers);
  }
}
