package dev.accepted.types.inspections.course;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.reading.MonitorReading;
import dev.accepted.types.inspections.reading.State;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Follows a monitor by its advice until the job has ended, and tries what it can on the way. */
final class Following {

  private static final int MOST_POLLS = 100;
  private static final int IMPATIENT = 5;
  private static final String WAIT = "wait=2";

  /** So many answers in a row that tell nothing of the job are the last. */
  private static final int MOST_UNCLEAR = 5;

  private final Recorder recorder;
  private final URI monitor;
  private final Deque<Purpose> trials =
      new ArrayDeque<>(
          List.of(Purpose.CONDITIONAL_POLL, Purpose.LONG_POLL, Purpose.IMPATIENT_POLL));
  private Exchange last;
  private State state;
  private String tag = "";
  private int unclear;

  /**
   * @param first the first look
   */
  Following(Recorder recorder, URI monitor, Exchange first) {
    this.recorder = recorder;
    this.monitor = monitor;
    this.last = first;
    this.state = MonitorReading.state(first);
    read(first);
  }

  /** The last answer of the monitor: what it says of the end, if that came. */
  Exchange untilEnd() throws CutShort, InterruptedException {
    for (int polls = 1; polls < MOST_POLLS && !isOver(); polls++) {
      recorder.pause(Pace.after(last));
      Purpose trial = state == State.RUNNING ? trials.poll() : null;
      look(trial == null ? Purpose.POLL : trial);
    }
    return last;
  }

  private boolean isOver() {
    return state.isFinal() || unclear >= MOST_UNCLEAR;
  }

  private void look(Purpose purpose) throws CutShort {
    switch (purpose) {
      case CONDITIONAL_POLL -> {
        if (tag.isEmpty()) {
          read(recorder.get(Purpose.POLL, monitor));
        } else {
          read(recorder.get(purpose, monitor, "If-None-Match", tag));
        }
      }
      case LONG_POLL -> read(recorder.get(purpose, monitor, "Prefer", WAIT));
      case IMPATIENT_POLL -> {
        for (int i = 0; i < IMPATIENT && !state.isFinal(); i++) {
          read(recorder.get(purpose, monitor));
        }
      }
      default -> read(recorder.get(purpose, monitor));
    }
  }

  private void read(Exchange answer) {
    last = answer;
    State now = MonitorReading.state(answer);
    boolean same = answer.status() == 304;
    boolean clear = same || now == State.RUNNING || now.isFinal();
    unclear = clear ? 0 : unclear + 1;
    if (!same) {
      state = now;
    }
    answer.header("ETag").ifPresent(newTag -> tag = newTag);
  }
}
