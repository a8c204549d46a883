package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.Signposts;
import dev.accepted.types.inspections.reading.Signposts.Found;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Submits a job of its own, and cancels it, twice. */
final class Canceling {

  private static final int MOST_LOOKS = 10;

  private final Recorder recorder;
  private final Course course;

  Canceling(Recorder recorder, Course course) {
    this.recorder = recorder;
    this.course = course;
  }

  /** Where it was canceled; empty if the API doesn't say where. */
  Optional<URI> cancel(URI submission, String key) throws CutShort, InterruptedException {
    Exchange submitted = course.submit(Purpose.SUBMIT_TO_CANCEL, submission, key);
    Optional<URI> monitor = Course.monitorOf(submitted).map(Found::url);
    if (monitor.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> named = Signposts.cancel(submitted);
    Optional<URI> there = named.isPresent() ? named : byDelete(monitor.get());
    if (there.isEmpty()) {
      return Optional.empty();
    }
    String method = named.isPresent() ? "POST" : "DELETE";
    recorder.send(Purpose.CANCEL, method, there.get());
    recorder.send(Purpose.CANCEL_AGAIN, method, there.get());
    Exchange look = recorder.get(Purpose.AFTER_CANCEL, monitor.get());
    for (int looks = 1; looks < MOST_LOOKS && goesOn(look); looks++) {
      recorder.pause(Pace.after(look));
      look = recorder.get(Purpose.AFTER_CANCEL, monitor.get());
    }
    return there;
  }

  private static boolean goesOn(Exchange look) {
    return switch (MonitorReading.state(look)) {
      case RUNNING, THROTTLED -> true;
      default -> false;
    };
  }

  /** Where the monitor allows it, DELETE is the other way in use. */
  private Optional<URI> byDelete(URI monitor) throws CutShort {
    Exchange options = recorder.send(Purpose.OPTIONS_MONITOR, "OPTIONS", monitor);
    List<String> allowed =
        List.of(options.header("Allow").orElse("").toUpperCase(Locale.ROOT).split("\\s*,\\s*", -1));
    return allowed.contains("DELETE") ? Optional.of(monitor) : Optional.empty();
  }
}
