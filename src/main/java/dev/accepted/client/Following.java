package dev.accepted.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one job: by its events, by long polls where they don't get through, by polls where those
 * aren't known. Each look at the monitor decides what comes next. Everything happens in the turns.
 */
final class Following {

  /** A passing fault may cut a stream or a long poll off; twice in a row it is the way itself. */
  private static final int STRIKES = 2;

  private static final int MOST_MOVES = 5;

  private final Http http;
  private final Timing timing;
  private final Consumer<Report> listener;
  private final Trouble trouble;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private URI monitor;
  private int moves;
  private Optional<URI> events = Optional.empty();
  private int streamStrikes;
  private int waitStrikes;
  private boolean fruitful;
  private boolean over;
  private String tag = "";
  private String lastId = "";
  private @Nullable Report known;
  private Future<?> step = CompletableFuture.completedFuture("");
  private @Nullable Streaming stream;

  Following(Http http, Timing timing, URI monitor, Consumer<Report> listener) {
    this.http = http;
    this.timing = timing;
    this.monitor = monitor;
    this.listener = listener;
    this.trouble = new Trouble(timing);
  }

  /** Begins. Canceling what it returns ends it. */
  CompletableFuture<Outcome> begin() {
    http.turns().execute(() -> turn(() -> look(false)));
    outcome.whenComplete(
        (ended, failure) -> {
          if (!http.turns().isShutdown()) {
            http.turns().execute(this::stop);
          }
        });
    return outcome;
  }

  /** Nothing that goes wrong may leave a job that nobody follows any more unnoticed. */
  private void turn(Runnable next) {
    if (over || outcome.isDone()) {
      return;
    }
    try {
      next.run();
    } catch (RuntimeException unforeseen) {
      fail(unforeseen);
    }
  }

  private void later(Duration pause, Runnable next) {
    step = http.later(pause, () -> turn(next));
  }

  private void stop() {
    step.cancel(true);
    if (stream != null) {
      stream.stop();
    }
  }

  private void fail(Throwable failure) {
    over = true;
    stop();
    outcome.completeAsync(
        () -> {
          throw failure instanceof RuntimeException unchecked
              ? unchecked
              : new CompletionException(failure);
        });
  }

  private void look(boolean waiting) {
    HttpRequest.Builder get =
        http.request(monitor).setHeader("Accept", "application/json, */*;q=0.1");
    if (!tag.isEmpty()) {
      get.setHeader("If-None-Match", tag);
    }
    if (waiting) {
      get.setHeader("Prefer", "wait=" + timing.hold().toSeconds());
    }
    Duration limit = waiting ? timing.hold().plus(timing.answer()) : timing.answer();
    long asked = System.nanoTime();
    step =
        http.send(
            get.build(),
            BoundedText.handler(),
            limit,
            (answer, failure) ->
                turn(() -> looked(answer, failure, waiting, System.nanoTime() - asked)));
  }

  private void looked(
      @Nullable HttpResponse<String> answer,
      @Nullable Throwable failure,
      boolean waiting,
      long nanos) {
    if (answer == null) {
      waitStrikes += waiting ? 1 : 0;
      tryAgain(Optional.empty(), failure);
      return;
    }
    Reading reading = Reading.of(answer);
    if (reading instanceof Reading.NotNow) {
      waitStrikes += waiting ? 1 : 0;
      tryAgain(answer);
      return;
    }
    trouble.over();
    tag = answer.headers().firstValue("ETag").orElse(tag);
    boolean news = take(reading, answer);
    if (!over) {
      proceed(pauseAfter(answer.headers(), waiting, news, nanos));
    }
  }

  /** Takes what was read; true if it is new. */
  private boolean take(Reading reading, HttpResponse<String> answer) {
    if (reading instanceof Reading.GoesOn goesOn) {
      return tell(goesOn.report());
    } else if (reading instanceof Reading.Ended ended) {
      end(ended);
    } else if (reading instanceof Reading.Moved moved && moves++ < MOST_MOVES) {
      monitor = moved.monitor();
      tag = "";
    } else if (!(reading instanceof Reading.Unchanged)) {
      fail(new UnexpectedAnswer(answer.statusCode(), answer.body()));
    }
    return false;
  }

  private void end(Reading.Ended ended) {
    tell(ended.report());
    over = true;
    stop();
    // Not in this thread: what the user does next may take its time.
    outcome.completeAsync(ended::outcome);
  }

  private boolean tell(Report report) {
    boolean news = !report.equals(known);
    known = report;
    events = report.events().or(() -> events);
    if (news && report.standing().isPresent()) {
      listener.accept(report);
    }
    return news;
  }

  /** How long to stay away if the next look is a plain one again. */
  private Duration pauseAfter(HttpHeaders headers, boolean waiting, boolean news, long nanos) {
    Duration asked =
        RetryAfter.of(headers, timing.backoff(), timing.longestPause()).orElse(timing.pause());
    if (!waiting) {
      // Who has events knows long polls, too; others are not asked twice in a row.
      return events.isPresent() && waitStrikes < STRIKES ? Duration.ZERO : asked;
    }
    waitStrikes = Http.waited(headers) ? 0 : STRIKES;
    // One that says it has waited, and came back at once with nothing, has not.
    boolean waited = waitStrikes == 0 && (news || nanos > timing.hold().toNanos() / 2);
    return waited ? Duration.ZERO : asked;
  }

  private void proceed(Duration pause) {
    if (events.isPresent() && streamStrikes < STRIKES) {
      openStream();
    } else {
      boolean waits = waitStrikes < STRIKES;
      later(pause, () -> look(waits));
    }
  }

  private void openStream() {
    fruitful = false;
    stream =
        new Streaming(
            http,
            timing,
            lastId,
            event -> turn(() -> happened(event)),
            end -> turn(() -> streamEnded(end)));
    stream.open(events.orElseThrow());
  }

  private void happened(ServerEvent event) {
    lastId = event.id();
    Report report = Report.read(event.data(), monitor);
    if (event.name().equals("expired") || event.name().equals("removed")) {
      stop();
      look(false);
    } else if (report.standing().isPresent()) {
      Reading reading = Reading.of(report, monitor);
      if (reading instanceof Reading.Ended ended) {
        end(ended);
      } else {
        fruitful |= tell(report);
      }
    }
  }

  private void streamEnded(Streaming.End end) {
    if (end instanceof Streaming.End.Over over) {
      streamOver(over);
    } else if (end instanceof Streaming.End.Refused refused) {
      boolean passing = Status.isPassing(refused.answer().statusCode());
      streamStrikes = passing ? streamStrikes + 1 : STRIKES;
      if (passing) {
        tryAgain(refused.answer());
      } else {
        look(false);
      }
    }
  }

  private void streamOver(Streaming.End.Over end) {
    boolean lived = !end.silent() && end.lasted().compareTo(timing.silence()) > 0;
    boolean worked = fruitful || lived;
    streamStrikes = worked ? 0 : streamStrikes + 1;
    if (end.silent()) {
      streamStrikes = end.heard() ? streamStrikes : STRIKES;
      look(false);
    } else if (end.failure().isPresent() && !end.heard()) {
      tryAgain(Optional.empty(), end.failure().get());
    } else if (lastId.isEmpty() || streamStrikes >= STRIKES) {
      later(end.retry().orElse(timing.pause()), () -> look(false));
    } else {
      later(end.retry().orElse(timing.pause()), this::openStream);
    }
  }

  private void tryAgain(HttpResponse<String> answer) {
    tryAgain(
        RetryAfter.of(answer.headers(), timing.backoff(), timing.longestPause()),
        new UnexpectedAnswer(answer.statusCode(), answer.body()));
  }

  private void tryAgain(Optional<Duration> asked, @Nullable Throwable failure) {
    Throwable why = failure == null ? new IOException("No answer") : failure;
    trouble
        .next(asked)
        .ifPresentOrElse(
            pause -> later(pause, () -> look(false)), () -> fail(new ServerUnavailable(why)));
  }
}
