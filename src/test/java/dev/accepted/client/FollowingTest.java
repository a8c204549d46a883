package dev.accepted.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.client.ActingServer.Asked;
import dev.accepted.client.Outcome.Canceled;
import dev.accepted.client.Outcome.Failed;
import dev.accepted.client.Outcome.Succeeded;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a job is followed, whatever is between it and its client. */
@Timeout(60)
class FollowingTest extends FollowingFixture {

  private static final String RETRY = "retry: 10\n\n";

  @Test
  void eventsAreFollowedWhereThereAreAny() throws Exception {
    server
        .then(200, going(10))
        .thenStream(
            RETRY
                + event(1, "progress", going(10))
                + event(2, "progress", going(50))
                + event(3, "log", "{\"line\":\"hm\"}")
                + ":\n\n"
                + event(4, "succeeded", succeeded()));

    Outcome outcome = follow();

    assertThat(outcome).isInstanceOf(Succeeded.class);
    assertThat(((Succeeded) outcome).result()).isEqualTo(server.url(JOB + "/result"));
    assertThat(server.requests()).containsExactly("GET " + JOB, "GET " + JOB + "/events");
    server.next();
    assertThat(server.next().header("Accept")).contains("text/event-stream");
    assertThat(percents()).containsExactly(10, 50, 100);
  }

  @Test
  void aStreamThatIsCutOffGoesOnAfterItsLastEvent() throws Exception {
    server
        .then(200, going(0))
        .thenStream(RETRY + event(7, "progress", going(20)) + "id: 8\nevent: progress\ndata: {\"st")
        .thenStream(RETRY + event(8, "progress", going(40)))
        .thenStream(event(9, "failed", failed()));

    assertThat(follow()).isInstanceOf(Failed.class);

    server.next();
    assertThat(server.next().header("Last-Event-ID")).isEmpty();
    assertThat(server.next().header("Last-Event-ID")).contains("7");
    assertThat(server.next().header("Last-Event-ID")).contains("8");
    assertThat(percents()).containsExactly(0, 20, 40, -1);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void aServerThatRestartsIsComeBackTo() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    server
        .then(200, going(0))
        .then(
            exchange -> {
              ActingServer.write(ActingServer.stream(exchange), event(3, "progress", going(30)));
              told.await();
            });
    CompletableFuture<Outcome> outcome = client.follow(server.url(JOB), reports::add);
    assertThat(percent()).isZero();
    assertThat(percent()).isEqualTo(30);
    server.goAway();
    told.countDown();
    server
        .then(503, "{}", "Retry-After", "1")
        .then(200, going(60))
        .then(
            exchange -> {
              boolean resumed = "3".equals(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
              ActingServer.write(
                  ActingServer.stream(exchange),
                  event(4, "succeeded", resumed ? succeeded() : going(0)));
            });
    server.comeBack();

    assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(Succeeded.class);
  }

  @Test
  void whatAnswersAStreamWithAPageIsWaitedAt() throws Exception {
    server
        .then(200, going(10), "ETag", "\"a\"")
        .then(200, "<html>", "Content-Type", "text/html")
        .then(304, "", "ETag", "\"a\"")
        .then(200, going(20), "ETag", "\"b\"", "Preference-Applied", "wait=2")
        .then(200, going(30), "ETag", "\"c\"", "Preference-Applied", "wait=2")
        .then(303, succeeded(), "Location", JOB + "/result");

    assertThat(follow()).isInstanceOf(Succeeded.class);

    List<Asked> asked =
        List.of(
            server.next(),
            server.next(),
            server.next(),
            server.next(),
            server.next(),
            server.next());
    assertThat(asked)
        .extracting(one -> one.header("Prefer").orElse(""))
        .containsExactly("", "", "", "wait=2", "wait=2", "wait=2");
    assertThat(asked)
        .extracting(one -> one.header("If-None-Match").orElse(""))
        .containsExactly("", "", "\"a\"", "\"a\"", "\"b\"", "\"c\"");
    assertThat(percents()).containsExactly(10, 20, 30, 100);
  }

  @Test
  void aProxyThatKeepsAStreamToItselfIsGoneAround() throws Exception {
    server
        .then(200, going(10))
        .thenSilentStream("")
        .then(200, going(20))
        .then(200, canceled(), "Preference-Applied", "wait=2");

    assertThat(follow()).isInstanceOf(Canceled.class);
    assertThat(server.requests())
        .containsExactly("GET " + JOB, "GET " + JOB + "/events", "GET " + JOB, "GET " + JOB);
  }

  @Test
  void aStreamThatHasDiedWithoutAWordIsOpenedAgain() throws Exception {
    server
        .then(200, going(10))
        .thenSilentStream(event(5, "progress", going(20)))
        .then(200, going(20))
        .thenStream(event(6, "succeeded", succeeded()));

    assertThat(follow()).isInstanceOf(Succeeded.class);

    server.next();
    server.next();
    server.next();
    assertThat(server.next().header("Last-Event-ID")).contains("5");
  }

  @Test
  void signsOfLifeKeepAQuietStreamOpen() throws Exception {
    server
        .then(200, going(10))
        .then(
            exchange -> {
              ActingServer.stream(exchange);
              CountDownLatch never = new CountDownLatch(1);
              for (int i = 0; i < 16; i++) {
                ActingServer.write(exchange, ":\n\n");
                assertThat(never.await(250, TimeUnit.MILLISECONDS)).isFalse();
              }
              ActingServer.write(exchange, event(6, "succeeded", succeeded()));
            });

    assertThat(follow()).isInstanceOf(Succeeded.class);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void whoDoesNotKnowLongPollsIsPolledAsItAsks() throws Exception {
    String plain = "{\"status\":\"Running\"}";
    server
        .then(202, plain, "Retry-After", "1")
        .then(202, plain, "Retry-After", "1")
        .then(202, plain, "Retry-After", "1")
        .then(200, "{\"status\":\"Succeeded\",\"resourceLocation\":\"/r/1\"}");

    assertThat(follow())
        .isEqualTo(new Succeeded(server.url("/r/1"), reports.stream().reduce((a, b) -> b).get()));

    long before = 0;
    for (int i = 0; i < 4; i++) {
      Asked asked = server.next();
      assertThat(asked.header("Prefer").isPresent()).isEqualTo(i == 1);
      assertThat(asked.nanos() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(950));
      before = asked.nanos();
    }
    assertThat(reports).hasSize(2);
  }

  @Test
  void aMonitorThatBecomesTheResultIsFollowedToo() throws Exception {
    server.then(202, "").then(200, "%PDF-1.7", "Content-Type", "application/pdf");

    assertThat(((Succeeded) follow()).result()).isEqualTo(server.url(JOB));
  }

  @Test
  void aMonitorThatHasMovedIsFollowedThere() throws Exception {
    server.then(308, "", "Location", "/elsewhere").then(200, failed());

    assertThat(follow()).isInstanceOf(Failed.class);
    assertThat(server.requests()).containsExactly("GET " + JOB, "GET /elsewhere");
  }

  @Test
  void aStreamThatIsRefusedForTheMomentIsAskedForAgain() throws Exception {
    server
        .then(200, going(1))
        .then(503, "{}", "Retry-After", "1")
        .then(200, going(1))
        .thenStream(event(2, "succeeded", succeeded()));

    assertThat(follow()).isInstanceOf(Succeeded.class);

    server.next();
    long refused = server.next().nanos();
    assertThat(server.next().nanos() - refused).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(950));
  }

  private int percent() throws InterruptedException {
    return reports.poll(20, TimeUnit.SECONDS).percentComplete().orElse(-1);
  }
}
