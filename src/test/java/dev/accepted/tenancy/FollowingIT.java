package dev.accepted.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.http.stream.SseClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams and sockets, and keys of repeated requests: each caller's are its own. */
@Timeout(120)
class FollowingIT {

  private static final String NEVER = "019aa83f-7c01-7d52-9f0a-6b1f3c0d2e4f";
  private static final String AT_ONCE = "{\"duration\":\"PT0S\"}";

  private static TwoTenants tenants;

  @BeforeAll
  static void start() throws Exception {
    tenants = TwoTenants.shared();
  }

  private static String waiting(Person who) {
    return id(who.simulate(AT_ONCE, "?label=bird:" + TwoTenants.MARK + "&runAt=" + Api.inAnHour()));
  }

  private static String id(String path) {
    return path.replaceAll(".*/", "");
  }

  /** The jobs of the first tenant. */
  private static List<String> theirs() {
    return tenants.observer.get("/api/jobs?limit=500").json().getJsonArray("jobs").stream()
        .map(job -> job.asJsonObject().getString("id"))
        .toList();
  }

  @Test
  void aStreamOfAllJobsHasTheCallersOwn() throws Exception {
    String foreign = waiting(tenants.ann);
    List<String> theirs = theirs();
    for (Person stranger : tenants.strangers()) {
      // From before the first event that there was: also what was missed is the caller's own.
      for (String[] headers : new String[][] {{}, {"Last-Event-ID", "0"}, {"Last-Event-ID", "1"}}) {
        try (SseClient stream = stranger.follow("/api/events", headers)) {
          tenants.ann.post("/api/jobs/" + foreign + "/cancel");
          tenants.ann.post("/api/jobs/" + foreign + "/retry");
          String own = id(stranger.simulate(AT_ONCE, ""));
          String told = "";
          while (!told.contains(own)) {
            told = String.valueOf(stream.next());
            assertThat(told).as(stranger.name()).doesNotContain(theirs);
          }
        }
      }
    }
    try (SseClient stream = tenants.observer.follow("/api/events", "Last-Event-ID", "0")) {
      String told = "";
      while (!told.contains(foreign)) {
        told = String.valueOf(stream.next());
      }
    }
  }

  @Test
  void aSocketTellsOfTheCallersOwn() throws Exception {
    String foreign = waiting(tenants.ann);
    List<String> theirs = theirs();
    for (Person stranger : tenants.strangers()) {
      for (String query : List.of("", "?lastEventId=1")) {
        Listener socket = open(stranger, "/ws/jobs" + query);
        tenants.ann.post("/api/jobs/" + foreign + "/cancel");
        tenants.ann.post("/api/jobs/" + foreign + "/retry");
        String own = id(stranger.simulate(AT_ONCE, ""));
        String told = "";
        while (!told.contains(own)) {
          told = socket.next();
          assertThat(told).as(stranger.name()).doesNotContain(theirs);
        }
        socket.opened.abort();
      }
    }
  }

  @Test
  void anothersJobCanNotBeSubscribedTo() throws Exception {
    String foreign = waiting(tenants.ann);
    for (Person stranger : tenants.strangers()) {
      Listener socket = open(stranger, "/ws/jobs?limit=0&event=failed");
      socket.say("{\"subscribe\":[\"%s\"]}".formatted(foreign));
      String refused = socket.next();
      socket.say("{\"subscribe\":[\"%s\"]}".formatted(NEVER));
      assertThat(refused).contains("/job-not-found").isEqualTo(socket.next());
      socket.opened.abort();
    }
    Listener socket = open(tenants.observer, "/ws/jobs?limit=0&event=queued");
    socket.say("{\"subscribe\":[\"%s\"]}".formatted(foreign));
    assertThat(socket.next()).contains(foreign);
    socket.opened.abort();
  }

  @Test
  void aSocketOfAnothersJobIsNotThere() {
    String foreign = waiting(tenants.ann);
    for (Person stranger : tenants.strangers()) {
      assertThat(refusal(stranger, "/ws/jobs/" + foreign)).isEqualTo(404);
      assertThat(refusal(stranger, "/ws/jobs/" + NEVER)).isEqualTo(404);
    }
    for (Person unknown : List.of(tenants.nobody, tenants.liar)) {
      assertThat(refusal(unknown, "/ws/jobs/" + foreign)).isEqualTo(401);
      assertThat(refusal(unknown, "/ws/jobs")).isEqualTo(401);
    }
    assertThat(refusal(tenants.ann, "/ws/jobs/" + foreign)).isEqualTo(101);
    assertThat(refusal(tenants.observer, "/ws/jobs/" + foreign)).isEqualTo(101);
  }

  @Test
  void aKeyOfARepeatedRequestIsItsCallersOwn() {
    String first = tenants.ann.simulate(AT_ONCE, "");
    List<String> seen = new ArrayList<>(List.of(first));
    List<Person> all = new ArrayList<>(tenants.strangers());
    all.addAll(List.of(tenants.colleague, tenants.admin, tenants.ann));
    for (Person one : all) {
      String job = repeated(one, "{\"duration\":\"PT0S\",\"steps\":" + all.size() + '}');
      assertThat(seen).doesNotContain(job);
      assertThat(repeated(one, "{\"duration\":\"PT0S\",\"steps\":" + all.size() + '}'))
          .isEqualTo(job);
      seen.add(job);
    }
    Answer other = one("{\"duration\":\"PT0S\",\"steps\":2}", tenants.bob);
    assertThat(other.status()).isEqualTo(422);
  }

  private static String repeated(Person who, String json) {
    return Person.accepted(one(json, who));
  }

  private static Answer one(String json, Person who) {
    return who.postJson("/api/simulations", json, "Idempotency-Key", "\"the same\"");
  }

  private static int refusal(Person who, String path) {
    try {
      open(who, path).opened.abort();
      return 101;
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw failed;
    }
  }

  private static Listener open(Person who, String path) {
    Listener listener = new Listener();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    String[] headers = who.signed();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    URI uri = URI.create(who.api().server().replaceFirst("http", "ws") + path);
    listener.opened = builder.buildAsync(uri, listener).join();
    return listener;
  }

  /** Keeps what it is told. */
  private static final class Listener implements WebSocket.Listener {

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private WebSocket opened;

    void say(String text) {
      opened.sendText(text, true).join();
    }

    String next() throws InterruptedException {
      String message = messages.poll(30, TimeUnit.SECONDS);
      assertThat(message).isNotNull();
      return message;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        messages.add(parts.toString());
        parts.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
