package dev.accepted.http.stream;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.events.EventCursor;
import dev.accepted.events.Follower;
import dev.accepted.events.JournalUnavailable;
import dev.accepted.http.handover.Outlet;
import dev.accepted.http.stream.LiveAnswers.Live;
import dev.accepted.metrics.StreamMetrics;
import dev.accepted.metrics.StreamMetrics.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** An answer that goes on, and what keeps it going. */
abstract class LiveAnswer implements Follower, Live {

  /** So often in a row a client may have taken nothing of what waits for it: a minute. */
  private static final int PATIENCE = 12;

  /** After so many quiet checks there is a sign of life: at the latest after fifteen seconds. */
  private static final int QUIET = 2;

  private final Outlet out;
  private final LiveAnswers all;
  private final StreamMetrics metrics;
  private final Kind kind;
  private final Optional<LongFunction<byte[]>> heartbeat;
  private volatile boolean delayed;
  private volatile boolean signDue;
  private volatile @Nullable EventCursor followed;
  private int quiet;
  private int stuck;

  /**
   * An answer.
   *
   * @param heartbeat what can be sent at any time without meaning any event, by the number up to
   *     which everything was told; empty if nothing can
   */
  LiveAnswer(Outlet out, LiveAnswers all, Kind kind, Optional<LongFunction<byte[]>> heartbeat) {
    this.out = out;
    this.all = all;
    this.metrics = all.metrics();
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
    Runnable leave = all.add(this);
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
    spoke();
  }

  private synchronized void spoke() {
    quiet = 0;
  }

  final void end() {
    out.end();
  }

  @Override
  public final void check() {
    EventCursor cursor = followed;
    if (isStuck()) {
      metrics.dropped(kind);
      out.close();
    } else if (cursor != null) {
      // Sent by whoever tells: no number may follow a higher one.
      signDue = isQuiet() && heartbeat.isPresent();
      if (delayed || signDue) {
        delayed = false;
        cursor.wake();
      }
    }
  }

  private synchronized boolean isStuck() {
    stuck = out.moves() ? 0 : stuck + 1;
    return stuck > PATIENCE;
  }

  private synchronized boolean isQuiet() {
    quiet++;
    return quiet > QUIET;
  }
}
