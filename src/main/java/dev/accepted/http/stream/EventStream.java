package dev.accepted.http.stream;

import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import dev.accepted.events.HistoryLost;
import dev.accepted.http.handover.Outlet;
import dev.accepted.http.job.Representations;
import dev.accepted.http.wire.Urls;
import dev.accepted.metrics.StreamMetrics.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Server-sent events. */
final class EventStream extends LiveAnswer {

  private final Urls urls;
  private final Representations representations;
  private final Predicate<Event> shown;
  private final boolean endsWithTheJob;

  /**
   * A stream.
   *
   * @param endsWithTheJob whether it is over when a job is
   */
  EventStream(
      Outlet out,
      LiveAnswers all,
      Urls urls,
      Representations representations,
      Predicate<Event> shown,
      boolean endsWithTheJob) {
    super(out, all, Kind.EVENTS, Optional.of(EventText::heartbeat));
    this.urls = urls;
    this.representations = representations;
    this.shown = shown;
    this.endsWithTheJob = endsWithTheJob;
  }

  /** Tells what comes first, and then what follows. */
  void begin(Opening opening) {
    sendUncounted(EventText.RETRY);
    if (opening.first().stream().noneMatch(this::tell)) {
      // Cut off before its first event, the client comes back to this, and not to what is then.
      sendUncounted(EventText.position(opening.cursor().position()));
      follow(opening.cursor());
    } else {
      opening.close();
    }
  }

  /** Tells an event; true if it was the last. */
  private boolean tell(Event event) {
    if (shown.test(event)) {
      send(EventText.bytes(event, EventText.data(event, urls, representations)));
    }
    boolean last = endsWithTheJob && EventText.isLast(event);
    if (last) {
      end();
    }
    return last;
  }

  @Override
  void tell(EventCursor cursor) {
    try {
      while (hasRoom()) {
        List<Event> events = cursor.next();
        if (events.isEmpty()) {
          endIfNothingComes(cursor);
          return;
        }
        if (events.stream().anyMatch(this::tell)) {
          return;
        }
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
