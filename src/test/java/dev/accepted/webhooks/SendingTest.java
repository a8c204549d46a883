package dev.accepted.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.JobEvent.Kind;
import dev.accepted.job.JobId;
import dev.accepted.store.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A delivery that is broken off. */
class SendingTest {

  private static final Instant DEADLINE = Instant.parse("2026-11-30T12:00:00Z");

  private final AtomicInteger ended = new AtomicInteger();
  private final Receivers.Call call =
      new Receivers.Call(new CompletableFuture<>(), ended::incrementAndGet);
  private final Sending sending =
      new Sending(
          new Delivery(
              1,
              1,
              Kind.SUCCEEDED,
              JobId.parse("01933333-3333-7333-8333-333333333333").orElseThrow(),
              "http://127.0.0.1/",
              "127.0.0.1",
              null,
              List.of(),
              "{}",
              Delivery.State.SENDING,
              1,
              1),
          DEADLINE);

  @Test
  void itEndsWhenItsTimeIsOver() {
    sending.goesBy(call);

    sending.check(DEADLINE);
    assertThat(ended).hasValue(0);
    sending.check(DEADLINE.plus(Duration.ofMillis(1)));

    assertThat(ended).hasValue(1);
  }

  /** A receiver may have the request before its sender can say how to end it. */
  @Test
  void whatIsBrokenOffBeforeItCanBeEndsAsSoonAsItCan() {
    sending.breakOff();

    sending.goesBy(call);

    assertThat(ended).hasValue(1);
  }
}
