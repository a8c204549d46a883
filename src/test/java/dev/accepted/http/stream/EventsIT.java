package dev.accepted.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.http.stream.SseClient.Received;
import dev.accepted.server.DeployedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Server-sent events, of one job and of all. */
@Timeout(60)
class EventsIT extends DeployedServer {

  private final Api api = new Api();

  @Test
  void aJobIsFollowedToItsEnd() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    try (SseClient events = SseClient.open(job + "/events")) {
      assertThat(events.answer().statusCode()).isEqualTo(200);
      assertThat(header(events, "Content-Type")).isEqualTo("text/event-stream");
      assertThat(header(events, "Cache-Control")).isEqualTo("no-store");
      Received first = Objects.requireNonNull(events.next());
      assertThat(first.event()).isEqualTo("queued");
      assertThat(first.json()).isEqualTo(api.get(job).json());
      api.post(job + "/cancel");
      List<Received> rest = events.rest();
      assertThat(rest).extracting(Received::event).containsExactly("canceled");
      assertThat(rest.get(0).number()).isGreaterThan(first.number());
      assertThat(rest.get(0).json()).isEqualTo(api.get(job).json());
    }
  }

  @Test
  void everythingThatHappensIsTold() throws Exception {
    String job = api.simulate("{\"duration\":\"PT6S\",\"steps\":20}", "");
    try (SseClient events = SseClient.open(job + "/events")) {
      List<Received> all = events.rest();
      assertThat(all.get(all.size() - 1).event()).isEqualTo("succeeded");
      assertThat(all).extracting(Received::event).contains("progress");
      assertThat(all).extracting(Received::number).isSorted();
      assertThat(all.get(all.size() - 1).json().getString("resourceLocation"))
          .isEqualTo(api.server() + job + "/result");
    }
  }

  @Test
  void whoWasCutOffGoesOnWhereItWas() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    Received first;
    try (SseClient events = SseClient.open(job + "/events")) {
      first = Objects.requireNonNull(events.next());
    }
    api.post(job + "/cancel");
    api.post(job + "/retry");
    api.get(job + "/status", "Prefer", "wait=20");
    for (String[] resume :
        new String[][] {
          {"", "Last-Event-ID", first.id()}, {"?lastEventId=" + first.id()},
        }) {
      String[] headers = resume.length == 1 ? new String[0] : new String[] {resume[1], resume[2]};
      try (SseClient events = SseClient.open(job + "/events" + resume[0], headers)) {
        // The stream of a job is over with its first end.
        assertThat(events.rest()).extracting(Received::event).containsExactly("canceled");
      }
    }
    Received canceled;
    try (SseClient events =
        SseClient.open(job + "/events", "Last-Event-ID", String.valueOf(first.id()))) {
      canceled = Objects.requireNonNull(events.next());
    }
    try (SseClient events =
        SseClient.open(job + "/events", "Last-Event-ID", String.valueOf(canceled.id()))) {
      assertThat(events.rest())
          .extracting(Received::event)
          .containsExactly("queued", "started", "succeeded");
    }
  }

  @Test
  void aFinishedJobTellsHowItStandsAndKeepsNobodyComingBack() throws Exception {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    Received only;
    try (SseClient events = SseClient.open(job + "/events")) {
      List<Received> all = events.rest();
      assertThat(all).extracting(Received::event).containsExactly("succeeded");
      only = all.get(0);
    }
    Answer again = api.get(job + "/events", "Last-Event-ID", Objects.requireNonNull(only.id()));
    assertThat(again.status()).isEqualTo(204);
  }

  @Test
  void anIdThatNoStreamHasSentIsAsGoodAsNone() throws Exception {
    String job = api.finished("{\"duration\":\"PT0S\"}", "");
    for (String id : List.of("99999999999999", "0", "-1", "abc", "1e3")) {
      try (SseClient events = SseClient.open(job + "/events", "Last-Event-ID", id)) {
        List<Received> all = events.rest();
        assertThat(all.get(all.size() - 1).event()).as(id).isEqualTo("succeeded");
      }
    }
  }

  @Test
  void aRemovedJobEndsItsStream() throws Exception {
    String job = api.simulate("{\"duration\":\"PT60S\"}", "");
    try (SseClient events = SseClient.open(job + "/events")) {
      events.next();
      api.send("DELETE", job, BodyPublishers.noBody());
      List<Received> rest = events.rest();
      assertThat(rest.get(rest.size() - 1).event()).isEqualTo("canceled");
    }
    assertThat(api.get(job + "/events").status()).isEqualTo(404);
  }

  @Test
  void allJobsAreFollowedThroughAFilter() throws Exception {
    String label = "stream-" + System.nanoTime();
    String before = api.simulate("{\"duration\":\"PT60S\"}", "?label=team:" + label);
    try (SseClient events = SseClient.open("/api/events?label=team:" + label)) {
      Received standing = Objects.requireNonNull(events.next());
      assertThat(standing.json().getString("id")).isEqualTo(id(before));
      api.simulate("{\"duration\":\"PT0S\"}", "");
      String after = api.simulate("{\"duration\":\"PT0S\"}", "?label=team:" + label);
      Received queued = until(events, "queued");
      assertThat(queued.json().getString("id")).isEqualTo(id(after));
      Received done = until(events, "succeeded");
      assertThat(done.json().getString("id")).isEqualTo(id(after));
      assertThat(done.number()).isGreaterThan(queued.number());
      api.send("DELETE", before, BodyPublishers.noBody());
      assertThat(until(events, "removed").json().getString("id")).isEqualTo(id(before));
    }
  }

  /** Who is cut off before its first event has missed nothing either. */
  @Test
  void aStreamBeginsWithANumberToComeBackWith() throws Exception {
    String label = "label=team:stream-" + System.nanoTime();
    String path = "/api/events?event=succeeded&" + label;
    String id;
    try (SseClient events = SseClient.open(path)) {
      id = events.awaitId();
    }
    String job = api.finished("{\"duration\":\"PT0S\"}", "?" + label);
    try (SseClient events = SseClient.open(path, "Last-Event-ID", id)) {
      assertThat(Objects.requireNonNull(events.next()).json().getString("id")).isEqualTo(id(job));
    }
  }

  @Test
  void onlySomeEventsMayBeAskedFor() throws Exception {
    String job = api.simulate("{\"duration\":\"PT1S\",\"steps\":10}", "");
    try (SseClient events = SseClient.open(job + "/events?event=succeeded&event=failed")) {
      assertThat(events.rest()).extracting(Received::event).containsExactly("succeeded");
    }
    assertThat(api.get(job + "/events?event=done").status()).isEqualTo(400);
    assertThat(api.get("/api/events?status=done").status()).isEqualTo(400);
    assertThat(api.get("/api/events?cursor=abc").status()).isEqualTo(400);
  }

  @Test
  void whatIsNoStreamIsSaid() {
    assertThat(api.get("/api/jobs/none/events").status()).isEqualTo(404);
    assertThat(api.get("/api/events", "Accept", "application/json").status()).isEqualTo(406);
    Answer head = api.send("HEAD", "/api/events", BodyPublishers.noBody());
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(api.post("/api/events").status()).isEqualTo(405);
  }

  /**
   * A comment at the latest every fifteen seconds, with a number to come back with: what it was not
   * told of may have left the journal by then.
   */
  @Test
  void aQuietStreamGivesSignsOfLife() throws Exception {
    String job = api.simulate("{\"duration\":\"PT0S\"}", "?runAt=" + Api.inAnHour());
    try (SseClient events = SseClient.open(job + "/events");
        SseClient none = SseClient.open("/api/events?limit=0&label=team:" + System.nanoTime())) {
      events.next();
      String before = none.awaitId();
      api.finished("{\"duration\":\"PT0S\"}", "");
      assertThat(Objects.requireNonNull(events.nextOrComment()).comment()).isEmpty();
      assertThat(Objects.requireNonNull(none.nextOrComment()).comment()).isEmpty();
      assertThat(Long.parseLong(none.awaitId())).isGreaterThan(Long.parseLong(before));
    }
    api.post(job + "/cancel");
  }

  @Test
  void aLogIsFollowedAsItIsWritten() throws Exception {
    String job = api.simulate("{\"duration\":\"PT2S\",\"steps\":4}", "");
    Answer text = api.get(job + "/log?follow=true");
    assertThat(text.status()).isEqualTo(200);
    assertThat(text.header("Content-Type")).startsWith("text/plain");
    assertThat(text.body()).isEqualTo(api.get(job + "/log").body());
    Answer lines = api.get(job + "/log?follow=true", "Accept", "application/x-ndjson");
    assertThat(lines.body())
        .isEqualTo(api.get(job + "/log", "Accept", "application/x-ndjson").body());
    assertThat(api.get(job + "/log?follow=yes").status()).isEqualTo(400);
  }

  private static Received until(SseClient events, String name) throws Exception {
    Received next = Objects.requireNonNull(events.next());
    while (!name.equals(next.event())) {
      next = Objects.requireNonNull(events.next());
    }
    return next;
  }

  private static String id(String job) {
    return job.substring(job.lastIndexOf('/') + 1);
  }

  private static String header(SseClient events, String name) {
    return events.answer().headers().firstValue(name).orElse("");
  }
}
