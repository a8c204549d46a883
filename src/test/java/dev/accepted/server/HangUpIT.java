package dev.accepted.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Api;
import dev.accepted.metrics.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Clients that are gone before they are told: what was held for them is given back, and an operator
 * is not bothered with it.
 */
@Timeout(240)
class HangUpIT {

  private static final int CLIENTS = 20;
  private static final int BREAKS_OFF_MILLIS = 1_000;
  private static final String WAITING = "accepted_requests_waiting";
  private static final String STREAMS = "accepted_streams{kind=\"events\"}";
  private static final String LOST = "accepted_streams_history_lost_total";
  private static final String LOGS = "accepted_streams{kind=\"log\"}";

  @RegisterExtension
  static final OwnServer SERVER = new OwnServer(Map.of("accepted.events.history", "PT1S"));

  private final Api api = SERVER.api();
  private int logged;

  @BeforeEach
  void readTheLog() throws Exception {
    logged = log().size();
  }

  @Test
  void streamsOfClientsThatHaveHungUpAreGivenBack() throws Exception {
    String job = later();
    List<Socket> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(ask(client % 2 == 0 ? "/api/events" : job + "/events", "Accept: */*"));
    }
    await(STREAMS, CLIENTS);
    hangUp(clients);
    // Whether a client is there is seen by writing to it, the second time at the latest.
    while (of(STREAMS) > 0) {
      api.finished("{\"duration\":\"PT0S\"}", "");
      api.post(job + "/cancel");
      api.post(job + "/retry");
    }
    assertNothingIsSaid();
  }

  @Test
  void aLogThatNobodyReadsIsGivenBack() throws Exception {
    String job = api.simulate("{\"duration\":\"PT2M\",\"steps\":200}", "");
    List<Socket> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(ask(job + "/log?follow=true", "Accept: */*"));
    }
    await(LOGS, CLIENTS);
    hangUp(clients);
    await(LOGS, 0);
    assertThat(api.get(job).text("status")).isEqualTo("running");
    api.post(job + "/cancel");
    assertNothingIsSaid();
  }

  @Test
  void lateAnswersOfClientsThatHaveHungUpAreCompleted() throws Exception {
    String job = later();
    List<Socket> clients = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      clients.add(ask(job, "Prefer: wait=60"));
    }
    await(WAITING, CLIENTS);
    hangUp(clients);
    api.post(job + "/cancel");
    await(WAITING, 0);
    assertNothingIsSaid();
  }

  /** Undertow breaks off what it can't read; nothing reads a body here but who refuses it. */
  @Test
  void bodiesThatBreakWhileTheyAreRefusedAreNotAnOperatorsMatter() throws Exception {
    for (int client = 0; client < CLIENTS; client++) {
      String request = client % 2 == 0 ? "POST /api/session" : "DELETE /api/nonsense";
      try (Socket socket = send(request, "Transfer-Encoding: chunked", "no number\r\n")) {
        socket.setSoTimeout(BREAKS_OFF_MILLIS);
        socket.getInputStream().readAllBytes();
      } catch (SocketException brokenOff) {
        assertThat(brokenOff).hasMessageContaining("reset");
      } catch (SocketTimeoutException goesOn) {
        // Another server may leave it at what it has read.
        assertThat(goesOn).hasMessageContaining("timed out");
      }
    }
    api.finished("{\"duration\":\"PT0S\"}", "");
    List<String> lines = log();
    assertThat(Complaints.of(lines.subList(logged, lines.size()))).isEmpty();
  }

  @Test
  void whoComesBackTooLateIsCounted() {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    while (of(LOST) == 0) {
      assertThat(api.get(job + "/events", "Last-Event-ID", "1").status()).isEqualTo(200);
    }
  }

  private String later() {
    return api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
  }

  /** Sends a request; of a stream, reads the first line. */
  private static Socket ask(String path, String header) throws IOException {
    Socket socket = send("GET " + path, header, "");
    if (!header.startsWith("Prefer")) {
      String first =
          new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
              .readLine();
      assertThat(first).startsWith("HTTP/1.1 200");
    }
    return socket;
  }

  private static Socket send(String request, String header, String body) throws IOException {
    URI url = URI.create(SERVER.url());
    Socket socket = new Socket(url.getHost(), url.getPort());
    String text = "%s HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n%s";
    socket
        .getOutputStream()
        .write(
            text.formatted(request, url.getAuthority(), header, body)
                .getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /** One half politely, the other by breaking the connection off. */
  private static void hangUp(List<Socket> clients) throws IOException {
    for (int client = 0; client < clients.size(); client++) {
      if (client % 4 < 2) {
        clients.get(client).setSoLinger(true, 0);
      }
      clients.get(client).close();
    }
  }

  private void await(String metric, int value) {
    while (of(metric) != value) {
      Thread.onSpinWait();
    }
  }

  private double of(String metric) {
    return new Samples(api.get("/metrics").text()).value(metric);
  }

  private void assertNothingIsSaid() throws IOException {
    List<String> lines = log();
    assertThat(lines.subList(logged, lines.size()))
        .noneMatch(line -> line.matches(".*(ERROR|SEVERE|WARN|Exception|dev\\.accepted\\.http).*"));
  }

  private static List<String> log() throws IOException {
    return Files.readAllLines(SERVER.log());
  }
}
