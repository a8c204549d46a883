package dev.accepted.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.Complaints;
import dev.accepted.server.OwnServer;
import dev.accepted.server.RawConnection;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Clients that send half of a body, or a byte now and then, or go on sending what was refused: each
 * holds a connection, and others are served as if they weren't there. That holds on WildFly;
 * RATIONALE.md says why Payara can't be told to.
 */
@Timeout(240)
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "wildfly")
class SlowClientsIT {

  /** More than any server has threads for requests. */
  private static final int CLIENTS = 300;

  private static final int IDLE = 2_000;
  private static final int UPLOADS = 2;
  private static final int ANSWERED_MEANWHILE = 5;
  private static final String JSON = "Content-Type: application/json";
  private static final String CSV = "Content-Type: text/csv";
  private static final String SIMULATION = "{\"duration\":\"PT0S\"}";
  private static final int LONG = 1 << 20;
  private static final int MOST_PARTS = 3_000;

  @RegisterExtension
  static final OwnServer SERVER =
      new OwnServer(
          Map.of(
              "accepted.body.time",
              "PT5S",
              "accepted.read-timeout",
              "8000",
              "accepted.uploads",
              Integer.toString(UPLOADS),
              "accepted.throttle",
              "false"));

  private final Api api = SERVER.api();
  private final List<RawConnection> open = new ArrayList<>();
  private long files;

  @BeforeEach
  void countFiles() throws IOException {
    files = staged();
  }

  /** Nothing is left of them: no place, no file, no word in the log. */
  @AfterEach
  void nothingIsLeft() throws IOException {
    for (RawConnection client : open) {
      client.close();
    }
    for (int upload = 0; upload < 2 * UPLOADS; upload++) {
      assertThat(upload("a,b\n1,2\n").status()).isEqualTo(202);
    }
    while (staged() > files) {
      othersAreServed();
    }
    assertThat(Complaints.of(SERVER.log())).isEmpty();
  }

  @Test
  void halfSentBodiesTakeNoThread() throws Exception {
    for (int client = 0; client < CLIENTS; client++) {
      connect().send("POST /api/simulations", "{\"dur", JSON, "Content-Length: 19");
    }
    othersAreServed();
    for (RawConnection client : open) {
      assertThat(client.answer()).startsWith("HTTP/1.1 408 ").contains("body-too-slow");
    }
    othersAreServed();
  }

  @Test
  void aBodyMayComeByteByByte() throws Exception {
    RawConnection client = connect();
    client.send("POST /api/simulations", "", JSON, "Content-Length: " + SIMULATION.length());
    for (int letter = 0; letter < SIMULATION.length(); letter++) {
      client.write(SIMULATION.substring(letter, letter + 1));
      api.get("/api");
    }
    assertThat(client.status()).isEqualTo(202);
    client.send("GET /api", "");
    assertThat(client.status()).as("the connection goes on").isEqualTo(200);
  }

  @Test
  void whatFollowsABodyIsTheNextRequest() throws Exception {
    String next = "GET /api HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    RawConnection client = connect();
    client.send("POST /api/simulations", "{\"dur", JSON, "Content-Length: 19");
    othersAreServed();
    client.write("ation\":\"PT0S\"}" + next);
    assertThat(client.status()).isEqualTo(202);
    assertThat(client.status()).isEqualTo(200);
  }

  @Test
  void whoWaitsToBeToldToGoOnIsTold() throws Exception {
    RawConnection client = connect();
    client.send(
        "POST /api/simulations",
        "",
        JSON,
        "Expect: 100-continue",
        "Content-Length: " + SIMULATION.length());
    assertThat(client.status()).isEqualTo(100);
    othersAreServed();
    client.write(SIMULATION);
    assertThat(client.status()).isEqualTo(202);
  }

  @Test
  void aLongBodyThatTricklesIsEnded() throws Exception {
    List<RawConnection> trickling = holdAllPlaces();
    String never = api.simulate(SIMULATION, "?runAt=" + Api.inAnHour());
    for (int pace = 0; pace < 7; pace++) {
      for (RawConnection client : trickling) {
        client.write("1");
      }
      assertThat(api.get(never, "Prefer", "wait=1").status()).isEqualTo(200);
    }
    for (RawConnection client : trickling) {
      assertThat(client.answer()).startsWith("HTTP/1.1 408 ").contains("body-too-slow");
      client.write("1");
    }
    othersAreServed();
  }

  @Test
  void uploadsWaitForTheirTurn() throws Exception {
    List<RawConnection> first = holdAllPlaces();
    RawConnection inLine = connect();
    inLine.send(
        "POST /api/imports?dataset=line", "a,b\n1,2\n" + rows(), CSV, "Content-Length: " + LONG);
    othersAreServed();
    for (RawConnection client : first) {
      client.close();
    }
    assertThat(inLine.status()).isEqualTo(202);
  }

  @Test
  void whoWaitsTooLongForATurnIsToldWhenToComeAgain() throws Exception {
    holdAllPlaces();
    Answer refused = upload("a,b\n" + rows());
    assertThat(refused.status()).as(refused.text()).isEqualTo(503);
    assertThat(refused.problem()).isEqualTo("too-many-bodies");
    assertThat(refused.header("Retry-After")).isEqualTo("5");
  }

  /** By the filters, by JAX-RS, and where there is nothing. */
  @Test
  void bodiesThatWereRefusedAreWaitedForByNobody() throws Exception {
    String length = "Content-Length: " + LONG;
    for (int client = 0; client < CLIENTS / 3; client++) {
      String more = client % 2 == 0 ? "Expect: 100-continue" : "Accept: */*";
      connect().send("POST /api/simulations", "{", JSON, length, "Origin: http://evil", more);
      connect().send("POST /api/imports", "{", "Content-Type: text/unknown", length, more);
      connect().send("POST /index.html", "{", JSON, length);
    }
    othersAreServed();
    for (int client = 0; client < open.size(); client++) {
      assertThat(open.get(client).status()).isEqualTo(List.of(403, 415, 405).get(client % 3));
    }
    othersAreServed();
  }

  @Test
  void whoGoesOnSendingWhatWasRefusedIsCutOff() throws Exception {
    RawConnection client = connect();
    client.send("POST /api/imports", "", "Content-Type: text/unknown", "Content-Length: 999999999");
    assertThat(client.status()).isEqualTo(415);
    for (int part = 0; part < MOST_PARTS && client.isOpen(); part++) {
      client.write(rows());
    }
    assertThat(client.isOpen()).isFalse();
  }

  /** Where no body is read, and the answer comes when the store has taken what was done. */
  @Test
  void bodiesThatNobodyWantsAreWaitedForByNobody() throws Exception {
    List<String> jobs = new ArrayList<>();
    for (int client = 0; client < CLIENTS / 3; client++) {
      jobs.add(api.simulate(SIMULATION, "?runAt=" + Api.inAnHour()));
    }
    for (String job : jobs) {
      connect().send("POST " + job + "/cancel", "{", JSON, "Content-Length: " + LONG);
    }
    othersAreServed();
    for (RawConnection client : open) {
      assertThat(client.status()).isEqualTo(200);
    }
    othersAreServed();
  }

  @Test
  void uploadsThatAreCutLeaveNothing() throws Exception {
    for (int client = 0; client < 10 * UPLOADS; client++) {
      RawConnection upload = connect();
      upload.send(
          "POST /api/imports?dataset=cut",
          "a,b\n" + rows().substring(0, LONG / 2),
          CSV,
          "Content-Length: " + LONG);
      upload.close();
    }
    othersAreServed();
  }

  @Test
  void idleConnectionsCostNobodyAnything() throws Exception {
    for (int client = 0; client < IDLE; client++) {
      connect();
    }
    othersAreServed();
  }

  private RawConnection connect() throws IOException {
    RawConnection client = RawConnection.to(SERVER.setup().port());
    open.add(client);
    return client;
  }

  /** Uploads that have begun, and stand still. */
  private List<RawConnection> holdAllPlaces() throws IOException {
    long before = staged();
    List<RawConnection> holding = new ArrayList<>();
    for (int place = 0; place < UPLOADS; place++) {
      RawConnection client = connect();
      client.send("POST /api/imports?dataset=held", "a,b\n", CSV, "Content-Length: " + LONG);
      holding.add(client);
    }
    while (staged() < before + UPLOADS) {
      Thread.onSpinWait();
    }
    return holding;
  }

  private void othersAreServed() {
    for (int request = 0; request < ANSWERED_MEANWHILE; request++) {
      String job = api.finished(SIMULATION, "");
      assertThat(api.get(job).status()).isEqualTo(303);
    }
  }

  private Answer upload(String table) {
    return api.send(
        "POST", "/api/imports?dataset=slow", BodyPublishers.ofString(table), CSV.split(": "));
  }

  /** As many bytes as are left of a long body. */
  private static String rows() {
    return "1,2\n".repeat((LONG - 8) / 4);
  }

  /** Files of uploads under way. */
  private static long staged() throws IOException {
    Path incoming = SERVER.setup().folder().resolve("data/content/incoming");
    try (Stream<Path> all = Files.list(incoming)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
