package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Removes the job, and looks whether it is gone. */
final class Removing {

  private static final String DELETE = "DELETE";

  private final Recorder recorder;
  private final URI monitor;
  private final @Nullable URI result;

  Removing(Recorder recorder, URI monitor, @Nullable URI result) {
    this.recorder = recorder;
    this.monitor = monitor;
    this.result = result;
  }

  void remove() throws CutShort, InterruptedException {
    Exchange removed = recorder.send(Purpose.REMOVE, DELETE, monitor);
    if (!removed.isOf(2)) {
      return;
    }
    if (removed.status() == 202) {
      recorder.pause(Pace.after(removed));
    }
    recorder.get(Purpose.MONITOR_AFTER_REMOVAL, monitor);
    if (result != null) {
      recorder.get(Purpose.RESULT_AFTER_REMOVAL, result);
    }
    recorder.send(Purpose.REMOVE_AGAIN, DELETE, monitor);
  }
}
