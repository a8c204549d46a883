package dev.accepted.webhooks;

import dev.accepted.store.Delivery;
import dev.accepted.store.Delivery.State;
import dev.accepted.store.DeliveryAttempt;
import dev.accepted.store.DeliveryStore;
import dev.accepted.store.GroupCommit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Sends deliveries that were taken, and writes down what came of each. */
final class Sender {

  private static final Logger LOG = System.getLogger(Sender.class.getName());

  private final GroupCommit writer;
  private final Clock clock;
  private final Executor executor;
  private final WebhookObserver observer;
  private final Backoff backoff;
  private final List<String> serverSecret;
  private final Supplier<Receivers> receivers;
  private final InFlight inFlight;
  private final KnownSubscriptions subscriptions;
  private final Runnable roomAgain;
  private volatile boolean closing;

  /**
   * @param secret what signs where a delivery has none of its own
   * @param roomAgain called whenever one has been sent
   */
  Sender(
      GroupCommit writer,
      Webhooks.Parts parts,
      Backoff backoff,
      String secret,
      Supplier<Receivers> receivers,
      InFlight inFlight,
      KnownSubscriptions subscriptions,
      Runnable roomAgain) {
    this.writer = writer;
    this.clock = parts.clock();
    this.executor = parts.executor();
    this.observer = parts.observer();
    this.backoff = backoff;
    this.serverSecret = List.of(secret);
    this.receivers = receivers;
    this.inFlight = inFlight;
    this.subscriptions = subscriptions;
    this.roomAgain = roomAgain;
  }

  /** Sends one, on another thread. */
  void begin(Sending sending) {
    inFlight.add(sending);
    try {
      executor.execute(() -> send(sending));
    } catch (RejectedExecutionException stopping) {
      // The server stops. It is sent when it is found to have been left.
      LOG.log(Level.DEBUG, "Not sent now: " + sending.delivery(), stopping);
      inFlight.remove(sending);
    }
  }

  private void send(Sending sending) {
    Delivery delivery = sending.delivery();
    Instant begin = clock.instant();
    try {
      List<String> secrets = delivery.secrets().isEmpty() ? serverSecret : delivery.secrets();
      Receivers.Call call =
          receivers
              .get()
              .post(
                  URI.create(delivery.url()),
                  Signer.headers(delivery, secrets, begin),
                  delivery.body());
      sending.goesBy(call);
      call.answer().thenAccept(answer -> settle(sending, begin, answer));
    } catch (RuntimeException | LinkageError bug) {
      // Else its place would never be free again.
      LOG.log(Level.ERROR, "A delivery could not be sent: " + delivery, bug);
      settle(sending, begin, Answer.failed("not-sent"));
    }
    leave(sending);
  }

  private void settle(Sending sending, Instant begin, Answer answer) {
    Delivery delivery = sending.delivery();
    Instant now = clock.instant();
    Duration took = Duration.between(begin, now);
    DeliveryAttempt attempt =
        new DeliveryAttempt(delivery.attempt(), begin, took, answer.status(), answer.error());
    Optional<Instant> next = next(delivery, answer, now);
    State state = state(answer, next);
    observer.sent(DeliveryOutcome.of(answer), took);
    writer
        .write(
            session -> DeliveryStore.settle(session, delivery, attempt, state, next.orElse(null)),
            settled -> {
              if (state == State.GONE) {
                subscriptions.changed();
              }
            })
        .whenComplete(
            (settled, failure) -> {
              if (failure != null) {
                LOG.log(Level.WARNING, "It may be sent twice: " + delivery, failure);
              } else {
                tell(delivery, state, answer);
              }
              leave(sending);
            });
  }

  private void tell(Delivery delivery, State state, Answer answer) {
    if (state == State.DEAD) {
      observer.died();
    }
    if (state == State.DEAD || state == State.GONE) {
      LOG.log(Level.WARNING, "{0} is {1}: {2}", delivery, state.wireName(), answer);
    }
  }

  private Optional<Instant> next(Delivery delivery, Answer answer, Instant now) {
    if (answer.isSuccess() || answer.isGone()) {
      return Optional.empty();
    }
    // What this server has broken off itself is no fault of the receiver's.
    return closing && answer.status() == null
        ? Optional.of(now)
        : backoff.next(delivery.tries(), answer.retryAfter(), now);
  }

  /** Breaks off what is being sent; it is written down as to be sent at once. */
  void close() {
    closing = true;
    inFlight.all().forEach(Sending::breakOff);
  }

  private static State state(Answer answer, Optional<Instant> next) {
    if (answer.isSuccess()) {
      return State.DELIVERED;
    }
    if (answer.isGone()) {
      return State.GONE;
    }
    return next.isPresent() ? State.WAITING : State.DEAD;
  }

  private void leave(Sending sending) {
    if (sending.leave()) {
      inFlight.remove(sending);
      roomAgain.run();
    }
  }
}
