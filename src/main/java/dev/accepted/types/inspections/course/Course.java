package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Places;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.Signposts;
import dev.accepted.types.inspections.reading.Signposts.Found;
import dev.accepted.types.inspections.reading.State;
import dev.accepted.types.inspections.wire.Caller;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole inspection, from the submission to what its order allows beyond the result. It takes 200
 * requests and the time of its order at most; what was seen until then is told.
 */
public final class Course {

  private static final int MOST_HOPS = 5;
  private static final String ORIGIN = "https://pages.example";

  private final Order order;
  private final Run run;
  private final Recorder recorder;
  private final Style style = new Style();
  private @Nullable URI monitor;
  private @Nullable URI result;
  private @Nullable URI cancel;

  /**
   * An inspection to come.
   *
   * @param caller closed by its owner when the run is to stop
   */
  public Course(Order order, Run run, Caller caller) {
    this.order = order;
    this.run = run;
    this.recorder = new Recorder(order, run, caller);
  }

  /** Goes through all of it. */
  public Transcript run() throws InterruptedException {
    String cutShort = null;
    try {
      Exchange submitted = submit(Purpose.SUBMIT, order.url(), key(1));
      Optional<Found> found = monitorOf(submitted);
      if (found.isPresent()) {
        monitor = found.get().url();
        style.monitorBy(found.get().how());
        inspect(submitted, found.get().url());
      }
    } catch (CutShort over) {
      cutShort = String.valueOf(over.getMessage());
      run.cutShort(cutShort);
    }
    return new Transcript(
        new Places(order.url(), monitor, result, cancel, style.words(recorder.exchanges())),
        recorder.exchanges(),
        cutShort);
  }

  private void inspect(Exchange submitted, URI at) throws CutShort, InterruptedException {
    Exchange first = recorder.get(Purpose.FIRST_POLL, at);
    if (MonitorReading.state(first) == State.RUNNING) {
      URI guess =
          Signposts.result(first)
              .or(() -> Signposts.result(submitted).filter(url -> !url.equals(at)))
              .orElseGet(() -> below(at, "result"));
      recorder.get(Purpose.EARLY_RESULT, guess);
    }
    recorder.submit(Purpose.REPEAT, order.url(), key(1));
    recorder.send(
        Purpose.PREFLIGHT,
        "OPTIONS",
        order.url(),
        "Origin",
        ORIGIN,
        "Access-Control-Request-Method",
        order.method(),
        "Access-Control-Request-Headers",
        "content-type");
    Optional<URI> stranger = Strangers.of(at);
    if (stranger.isPresent()) {
      recorder.get(Purpose.UNKNOWN_ID, stranger.get());
    }
    Exchange last = new Following(recorder, at, first).untilEnd();
    if (MonitorReading.state(last).isFinal()) {
      result = Signposts.result(last).orElse(null);
      new Afterlook(recorder, at, result).look(MonitorReading.state(last));
    }
    if (order.allowCancel()) {
      cancel = new Canceling(recorder, this).cancel(order.url(), key(2)).orElse(null);
    }
    if (order.allowRemoval()) {
      new Removing(recorder, at, result).remove();
    }
  }

  /** Submits; a redirect that keeps the method (307, 308) is followed. */
  Exchange submit(Purpose purpose, URI url, String key) throws CutShort {
    Exchange answer = recorder.submit(purpose, url, key);
    for (int hops = 0; hops < MOST_HOPS && keepsMethod(answer); hops++) {
      Optional<URI> there = Signposts.result(answer);
      if (there.isEmpty()) {
        return answer;
      }
      answer = recorder.submit(purpose, there.get(), key);
    }
    return answer;
  }

  private static boolean keepsMethod(Exchange answer) {
    return answer.status() == 307 || answer.status() == 308;
  }

  /** The monitor that the answer to a submission names. */
  static Optional<Found> monitorOf(Exchange submitted) {
    boolean taken = submitted.isOf(2) || submitted.isOf(3);
    return taken
        ? Signposts.monitorInHeaders(submitted).or(() -> Signposts.monitorInBody(submitted))
        : Optional.empty();
  }

  private String key(int number) {
    return "\"inspection-%s-%d\"".formatted(run.name(), number);
  }

  private static URI below(URI url, String name) {
    String path = String.valueOf(url.getRawPath());
    return url.resolve((path.endsWith("/") ? path : path + "/") + name);
  }
}
