package dev.accepted.http.stream;

import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.HistoryLost;
import dev.accepted.http.handover.Outlet;
import dev.accepted.http.stream.LiveAnswers.Place;
import dev.accepted.http.wire.Urls;
import dev.accepted.metrics.StreamMetrics.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Server-sent events. */
final class EventStream extends LiveAnswer {

  private final Urls urls;
  private final EventTexts texts;
  private final Predicate<Event> shown;
  private final boolean endsWithTheJob;

  /**
   * A stream.
   *
   * @param endsWithTheJob whether it is over when a job is
   */
  EventStream(
      Outlet out,
      Place place,
      Urls urls,
      EventTexts texts,
      Predicate<Event> shown,
      boolean endsWithTheJob) {
    super(out, place, Kind.EVENTS, Optional.of(EventText::heartbeat));
    this.urls = urls;
    this.texts = texts;
    this.shown = shown;
    this.endsWithTheJob = endsWithTheJob;
  }

  /** Tells what comes first, and then what follows. */
  void begin(Opening opening) {
    sendUncounted(List.of(EventText.RETRY));
    if (!tell(opening.first())) {
      // Cut off before its first event, the client comes back to this, and not to what is then.
      sendUncounted(List.of(EventText.position(opening.cursor().position())));
      follow(opening.cursor());
    } else {
      opening.close();
    }
  }

  /** Tells events; true if the last was among them. */
  private boolean tell(List<Event> events) {
    List<byte[]> told = new ArrayList<>(events.size());
    boolean last = false;
    for (Iterator<Event> next = events.iterator(); next.hasNext() && !last; ) {
      Event event = next.next();
      if (shown.test(event)) {
        told.add(texts.streamed(event, urls));
      }
      last = endsWithTheJob && EventText.isLast(event);
    }
    send(told);
    if (last) {
      end();
    }
    return last;
  }

  /** A few events at a time: one that has many to catch up with doesn't hold up the others. */
  @Override
  void tell(EventCursor cursor) {
    try {
      if (!hasRoom() || tell(cursor.next())) {
        return;
      }
      if (cursor.hasNext()) {
        cursor.wake();
      } else {
        endIfNothingComes(cursor);
      }
    } catch (HistoryLost lost) {
      // It comes back, and is told how things are.
      end();
    }
  }

  private void endIfNothingComes(EventCursor cursor) {
    if (cursor.isEnded()) {
      end();
    }
  }
}
