package dev.accepted.http.stream;

import dev.accepted.http.handover.Outlet;
import dev.accepted.http.handover.StreamedAnswer;
import dev.accepted.http.stream.LiveAnswers.Live;
import dev.accepted.http.stream.LiveAnswers.Place;
import dev.accepted.metrics.StreamMetrics.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Something long on its way to a client, as fast as the client takes it. No thread waits for that:
 * what has been taken is followed by the next piece, which is read then.
 */
public final class Download implements StreamedAnswer, Live {

  private static final Logger LOG = System.getLogger(Download.class.getName());

  /** What is sent, from its first byte on; used by one thread at a time. */
  public interface Source extends Closeable {

    /**
     * The next piece, of some kilobytes; {@code null} at the end.
     *
     * @throws IOException if it can't be read any more; the answer is broken off then
     */
    byte @Nullable [] next() throws IOException;
  }

  private final Source source;
  private final Place place;
  private final Executor readers;
  private final Patience patience = new Patience();
  private volatile @Nullable Outlet out;
  private boolean over;

  /**
   * Reads nothing yet.
   *
   * @param source closed when all of it was sent, or its client has gone
   * @param readers where it is read
   */
  Download(Source source, Place place, Executor readers) {
    this.source = source;
    this.place = place;
    this.readers = readers;
  }

  @Override
  public void begin(Outlet begun) {
    out = begun;
    Runnable leave = place.take(this);
    begun.whenClosed(
        () -> {
          leave.run();
          readers.execute(this::close);
        });
    begun.whenRoom(() -> readers.execute(() -> fill(begun)));
    fill(begun);
  }

  @Override
  public void drop() {
    close();
  }

  private synchronized void fill(Outlet to) {
    try {
      while (!over && to.hasRoom()) {
        byte[] piece = source.next();
        if (piece == null) {
          over = true;
          to.end();
        } else {
          to.send(List.of(piece));
        }
      }
    } catch (IOException | RuntimeException failed) {
      LOG.log(Level.WARNING, "What is being sent can't be read to its end", failed);
      over = true;
      to.close();
    }
  }

  private synchronized void close() {
    over = true;
    try {
      source.close();
    } catch (IOException open) {
      LOG.log(Level.WARNING, "What was sent could not be closed", open);
    }
  }

  @Override
  public Kind kind() {
    return Kind.CONTENT;
  }

  @Override
  public void dismiss() {
    Outlet begun = out;
    if (begun != null) {
      begun.close();
    }
  }

  @Override
  public void check() {
    Outlet begun = out;
    if (begun != null && patience.isOver(begun)) {
      place.metrics().dropped(Kind.CONTENT);
      begun.close();
    }
  }
}
