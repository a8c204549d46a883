package dev.accepted.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection to a stream of events, from its request to its end. Used in the turns only. */
final class Streaming {

  private final Http http;
  private final Timing timing;
  private final String lastId;
  private final EventParser parser;
  private final Consumer<ServerEvent> told;
  private final Consumer<End> ended;
  private Future<?> request = CompletableFuture.completedFuture("");
  private Future<?> watch = request;
  private volatile boolean isStream;
  private boolean heard;
  private boolean silent;
  private boolean stopped;
  private long opened;
  private long lastSign;

  /** Why it is over. */
  sealed interface End {

    /** It was no stream. */
    record Refused(HttpResponse<String> answer) implements End {}

    /**
     * It was one, or no answer came.
     *
     * @param heard whether anything arrived, if only a sign of life
     * @param silent whether it was given up since nothing arrived any more
     * @param lasted how long it was open
     * @param retry how long the server wants to be left alone
     * @param failure what cut it off; empty for an orderly end
     */
    record Over(
        boolean heard,
        boolean silent,
        Duration lasted,
        Optional<Duration> retry,
        Optional<Throwable> failure)
        implements End {}
  }

  /**
   * A connection.
   *
   * @param lastId of the last event that was told before; empty for none
   */
  Streaming(
      Http http, Timing timing, String lastId, Consumer<ServerEvent> told, Consumer<End> ended) {
    this.http = http;
    this.timing = timing;
    this.lastId = lastId;
    this.parser = new EventParser(lastId);
    this.told = told;
    this.ended = ended;
  }

  /** Connects. */
  void open(URI events) {
    HttpRequest.Builder get = http.request(events).setHeader("Accept", "text/event-stream");
    if (!lastId.isEmpty()) {
      get.setHeader("Last-Event-ID", lastId);
    }
    opened = System.nanoTime();
    lastSign = opened;
    request = http.open(get.build(), handler(), this::over);
    watch = http.later(timing.silence(), this::listen);
  }

  /** Breaks off; nothing is told any more. */
  void stop() {
    stopped = true;
    watch.cancel(false);
    request.cancel(true);
  }

  private BodyHandler<String> handler() {
    BodyHandler<String> other = BoundedText.handler();
    return answer -> {
      String type = answer.headers().firstValue("Content-Type").orElse("");
      isStream =
          answer.statusCode() == Status.OK
              && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
      return isStream ? new EventBody(parser, http.turns(), this::arrived) : other.apply(answer);
    };
  }

  private void arrived(List<ServerEvent> events) {
    heard = true;
    lastSign = System.nanoTime();
    for (ServerEvent event : events) {
      if (!stopped) {
        told.accept(event);
      }
    }
  }

  /** A proxy that keeps everything to itself, or a connection that has died without a word. */
  private void listen() {
    Duration quiet = Duration.ofNanos(System.nanoTime() - lastSign);
    if (quiet.compareTo(timing.silence()) < 0) {
      watch = http.later(timing.silence().minus(quiet).plusMillis(1), this::listen);
    } else {
      silent = true;
      request.cancel(true);
    }
  }

  private void over(@Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
    watch.cancel(false);
    if (stopped) {
      return;
    }
    stopped = true;
    ended.accept(
        answer != null && !isStream
            ? new End.Refused(answer)
            : new End.Over(
                heard,
                silent,
                Duration.ofNanos(System.nanoTime() - opened),
                parser.retry(),
                Optional.ofNullable(failure)));
  }
}
