package dev.accepted.http.stream;

import dev.accepted.events.Event;
import dev.accepted.events.EventCursor;
import java.util.List;

/**
 * A cursor, and what is told before the first that is taken from it.
 *
 * @param first how things stand, or the first that was missed; maybe nothing
 * @param over whether nothing more comes: the job has finished, and its client knows
 */
public record Opening(EventCursor cursor, List<Event> first, boolean over)
    implements AutoCloseable {

  @Override
  public void close() {
    cursor.close();
  }
}
