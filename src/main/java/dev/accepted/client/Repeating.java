package dev.accepted.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request that may be sent twice until there is an answer: again when none came or the
 * server asks for it, and to where it is redirected if it is a GET. Everything happens in the
 * turns.
 */
final class Repeating<T> {

  private static final int MOST_MOVES = 5;

  private final Http http;
  private final Timing timing;
  private final Function<URI, HttpRequest> request;
  private final BodyHandler<String> handler;
  private final Answered<T> answered;
  private final Trouble trouble;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private Future<?> step = outcome;
  private int moves;

  /** Makes something of the answer. */
  @FunctionalInterface
  interface Answered<T> {

    /**
     * Makes it.
     *
     * @throws UnexpectedAnswer if it isn't what was hoped for
     */
    T take(HttpResponse<String> answer) throws IOException;
  }

  Repeating(
      Http http,
      Timing timing,
      Function<URI, HttpRequest> request,
      BodyHandler<String> handler,
      Answered<T> answered) {
    this.http = http;
    this.timing = timing;
    this.request = request;
    this.handler = handler;
    this.answered = answered;
    this.trouble = new Trouble(timing);
  }

  /** Begins. Canceling what it returns ends it. */
  CompletableFuture<T> begin(URI uri) {
    http.turns().execute(() -> send(uri));
    outcome.whenComplete(
        (value, failure) -> {
          if (!http.turns().isShutdown()) {
            http.turns().execute(this::stop);
          }
        });
    return outcome;
  }

  private void stop() {
    if (step != outcome) {
      step.cancel(true);
    }
  }

  private void send(URI uri) {
    if (outcome.isDone()) {
      return;
    }
    try {
      step =
          http.open(
              request.apply(uri), handler, (answer, failure) -> arrived(uri, answer, failure));
    } catch (RuntimeException unforeseen) {
      outcome.completeExceptionally(unforeseen);
    }
  }

  private void arrived(
      URI uri, @Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
    if (answer == null) {
      again(uri, Optional.empty(), failure == null ? new IOException("No answer") : failure);
      return;
    }
    Optional<Duration> asked =
        RetryAfter.of(answer.headers(), timing.backoff(), timing.longestPause());
    Optional<URI> elsewhere = Status.location(answer);
    if (isPassing(answer.statusCode(), asked)) {
      again(uri, asked, new UnexpectedAnswer(answer.statusCode(), answer.body()));
    } else if (answer.request().method().equals("GET")
        && elsewhere.isPresent()
        && moves++ < MOST_MOVES) {
      send(elsewhere.get());
    } else {
      outcome.completeAsync(() -> taken(answer));
    }
  }

  private T taken(HttpResponse<String> answer) {
    try {
      return answered.take(answer);
    } catch (IOException unexpected) {
      throw new CompletionException(unexpected);
    }
  }

  /** A conflict that passes says when: the first of two submissions is still being stored. */
  private static boolean isPassing(int status, Optional<Duration> asked) {
    return (Status.isPassing(status) && status != Status.INTERNAL_ERROR)
        || (status == Status.CONFLICT && asked.isPresent());
  }

  private void again(URI uri, Optional<Duration> asked, Throwable why) {
    trouble
        .next(asked)
        .ifPresentOrElse(
            pause -> step = http.later(pause, () -> send(uri)),
            () -> outcome.completeExceptionally(new ServerUnavailable(why)));
  }
}
