package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.reading.Signposts;
import dev.accepted.types.inspections.reading.State;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the result and, when nothing changes any more, at the monitor from all sides. */
final class Afterlook {

  private static final int MOST_HOPS = 5;
  private static final String CONDITION = "If-None-Match";
  private static final String TAG = "ETag";

  private final Recorder recorder;
  private final URI monitor;
  private final @Nullable URI result;

  Afterlook(Recorder recorder, URI monitor, @Nullable URI result) {
    this.recorder = recorder;
    this.monitor = monitor;
    this.result = result;
  }

  void look(State end) throws CutShort, InterruptedException {
    if (result != null && end == State.SUCCEEDED) {
      result(result);
    }
    Exchange again = recorder.get(Purpose.MONITOR_AGAIN, monitor);
    Optional<String> tag = again.header(TAG);
    if (tag.isPresent()) {
      recorder.get(Purpose.CONDITIONAL_MONITOR, monitor, CONDITION, tag.get());
    }
    recorder.send(Purpose.HEAD_MONITOR, "HEAD", monitor);
    recorder.send(Purpose.OPTIONS_MONITOR, "OPTIONS", monitor);
    // Registered as safe (RFC 4918), and no monitor has it.
    recorder.send(Purpose.WRONG_METHOD, "PROPFIND", monitor);
    recorder.get(Purpose.UNACCEPTABLE, monitor, "Accept", "application/x-nobody-has-this");
  }

  private void result(URI url) throws CutShort, InterruptedException {
    Exchange got = recorder.get(Purpose.RESULT, url);
    for (int hops = 0; hops < MOST_HOPS && got.isOf(3); hops++) {
      Optional<URI> next = Signposts.result(got);
      if (next.isEmpty()) {
        return;
      }
      got = recorder.get(Purpose.RESULT, next.get());
    }
    if (!got.isOf(2)) {
      return;
    }
    URI there = got.call().url();
    recorder.get(Purpose.RESULT_AGAIN, there);
    Optional<String> tag = got.header(TAG);
    if (tag.isPresent()) {
      recorder.get(Purpose.CONDITIONAL_RESULT, there, CONDITION, tag.get());
    }
    recorder.send(Purpose.HEAD_RESULT, "HEAD", there);
  }
}
