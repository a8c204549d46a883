package dev.accepted.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.client.Outcome.Gone;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How following a job ends without its result: there is no job, no server, or nobody who asks. */
@Timeout(60)
class FollowingEndsTest extends FollowingFixture {

  @Test
  void aJobThatIsGoneIsGone() throws Exception {
    server.then(
        410, "{\"title\":\"The job has expired\"}", "Content-Type", "application/problem+json");

    assertThat(follow()).isEqualTo(new Gone(410, "{\"title\":\"The job has expired\"}"));
  }

  @Test
  void aJobThatIsRemovedMeanwhileIsGone() throws Exception {
    server.then(200, going(1)).thenSilentStream(event(2, "removed", going(1))).then(404, "{}");

    assertThat(follow()).isEqualTo(new Gone(404, "{}"));
  }

  @Test
  void whatIsForbiddenIsNotAskedForAgain() {
    server.then(403, "{\"title\":\"Not yours\"}");

    assertThatThrownBy(this::follow)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            UnexpectedAnswer.class, answer -> assertThat(answer.status()).isEqualTo(403))
        .hasMessageContaining("Not yours");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aServerThatStaysAwayIsGivenUp() {
    server.goAway();

    assertThatThrownBy(this::follow).cause().isInstanceOf(ServerUnavailable.class);
  }

  @Test
  void whoIsCanceledAsksNoMore() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    server
        .then(200, going(1))
        .then(
            exchange -> {
              ActingServer.stream(exchange);
              try {
                while (true) {
                  ActingServer.write(exchange, ":\n\n");
                }
              } catch (IOException gone) {
                closed.countDown();
              }
            });
    CompletableFuture<Outcome> outcome = client.follow(server.url(JOB), reports::add);
    server.next();
    server.next();
    outcome.cancel(true);

    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingCancelsWhatIsUnderWay() {
    server.thenNothing();
    CompletableFuture<Outcome> outcome = client.follow(server.url(JOB));
    client.close();

    assertThatThrownBy(outcome::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void aListenerThatFailsIsNotHidden() {
    server.then(200, going(1));
    CompletableFuture<Outcome> outcome =
        client.follow(
            server.url(JOB),
            report -> {
              throw new IllegalStateException("mine");
            });

    assertThatThrownBy(outcome::join).hasRootCauseMessage("mine");
  }
}
