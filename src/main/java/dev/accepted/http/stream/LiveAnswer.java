package dev.accepted.http.stream;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.events.EventCursor;
import dev.accepted.events.Follower;
import dev.accepted.events.JournalUnavailable;
import dev.accepted.http.handover.Outlet;
import dev.accepted.http.stream.LiveAnswers.Live;
import dev.accepted.http.stream.LiveAnswers.Place;
import dev.accepted.metrics.StreamMetrics;
import dev.accepted.metrics.StreamMetrics.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** An answer that goes on, and what keeps it going. */
abstract class LiveAnswer implements Follower, Live {

  private final Outlet out;
  private final Place place;
  private final StreamMetrics metrics;
  private final Kind kind;
  private final Optional<LongFunction<byte[]>> heartbeat;
  private volatile boolean delayed;
  private volatile boolean signDue;
  private volatile @Nullable EventCursor followed;
  private final Patience patience = new Patience();
  private final Silence silence = new Silence();

  /**
   * An answer.
   *
   * @param heartbeat what can be sent at any time without meaning any event, by the number up to
   *     which everything was told; empty if nothing can
   */
  LiveAnswer(Outlet out, Place place, Kind kind, Optional<LongFunction<byte[]>> heartbeat) {
    this.out = out;
    this.place = place;
    this.metrics = place.metrics();
    this.kind = kind;
    this.heartbeat = heartbeat;
  }

  @Override
  public final Kind kind() {
    return kind;
  }

  /** Follows from now on. */
  final void follow(EventCursor cursor) {
    followed = cursor;
    Runnable leave = place.take(this);
    out.whenRoom(cursor::wake);
    out.whenClosed(
        () -> {
          cursor.close();
          leave.run();
        });
    cursor.tell(this);
  }

  /** Tells what there is; called by one thread at a time. */
  abstract void tell(EventCursor cursor);

  @Override
  public final void proceed(EventCursor cursor) {
    boolean told = false;
    try {
      if (signDue) {
        signDue = false;
        heartbeat.ifPresent(sign -> sendUncounted(List.of(sign.apply(cursor.position()))));
      }
      tell(cursor);
      told = true;
    } catch (JournalUnavailable | Refusal.StoreDown down) {
      delayed = true;
      told = true;
    } finally {
      if (!told) {
        out.close();
      }
    }
  }

  final boolean hasRoom() {
    return out.hasRoom();
  }

  /** Sends events, or lines. */
  final void send(List<byte[]> pieces) {
    if (!pieces.isEmpty()) {
      metrics.sent(kind, pieces.size());
      sendUncounted(pieces);
    }
  }

  /** Sends what is neither. */
  final void sendUncounted(List<byte[]> pieces) {
    out.send(pieces);
    silence.isOver();
  }

  final void end() {
    out.end();
  }

  @Override
  public final void dismiss() {
    out.end();
  }

  @Override
  public final void check() {
    EventCursor cursor = followed;
    if (patience.isOver(out)) {
      metrics.dropped(kind);
      out.close();
    } else if (cursor != null) {
      silence.goesOn();
      if (heartbeat.isEmpty() && silence.isTooLong()) {
        out.end();
        return;
      }
      // Sent by whoever tells: no number may follow a higher one.
      signDue = silence.wantsSign() && heartbeat.isPresent();
      if (delayed || signDue) {
        delayed = false;
        cursor.wake();
      }
    }
  }
}
