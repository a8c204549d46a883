package dev.accepted.http.stream;

import dev.accepted.events.EventCursor;
import dev.accepted.http.handover.Outlet;
import dev.accepted.http.handover.StreamedAnswer;
import java.util.function.Consumer;

/**
 * An answer that is to go on, and follows already, so that it misses nothing.
 *
 * @param cursor closed if the answer never begins
 * @param beginning begins it; from then on the cursor is its own
 */
record Prepared(EventCursor cursor, Consumer<Outlet> beginning) implements StreamedAnswer {

  @Override
  public void begin(Outlet out) {
    beginning.accept(out);
  }

  @Override
  public void drop() {
    cursor.close();
  }
}
