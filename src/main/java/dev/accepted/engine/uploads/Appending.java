package dev.accepted.engine.uploads;

import dev.accepted.content.ContentUnavailable;
import dev.accepted.content.UploadFile;
import dev.accepted.store.StoredUpload;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that brings a part of an upload. Whoever comes next for the same upload {@link #end}s
 * it, from another thread: what has come counts, and nothing is written after that. So a connection
 * that is half open, and of which only its client knows that it is broken, is in nobody's way.
 */
final class Appending {

  private static final int BUFFER = 1 << 16;

  /** No more than that, in bytes, is sent again when this server is gone within a part. */
  private static final long STEP = 8L << 20;

  /** The same for what comes slowly. */
  private static final Duration STEP_TIME = Duration.ofSeconds(5);

  private final UploadFile file;
  private final Ledger ledger;
  private final Clock clock;
  private final long most;
  private StoredUpload held;
  private long received;
  private Instant kept;
  private boolean over;
  private @Nullable Thread reader;

  /**
   * Nothing of it has been read.
   *
   * @param most bytes that the upload may have
   */
  Appending(StoredUpload held, UploadFile file, Ledger ledger, Clock clock, long most) {
    this.held = held;
    this.file = file;
    this.ledger = ledger;
    this.clock = clock;
    this.most = most;
    this.received = held.received();
    this.kept = clock.instant();
  }

  /**
   * Takes the part in. However that ends, what has come of it counts.
   *
   * @return how the upload stands
   * @throws IOException if the body breaks off
   * @throws UploadRefused.TooLong if there is more than may be
   * @throws UploadRefused.Superseded if somebody else has the upload by now
   */
  StoredUpload take(InputStream body) throws IOException {
    try {
      byte[] buffer = new byte[BUFFER];
      for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
        put(buffer, count);
      }
    } finally {
      end();
    }
    return stands();
  }

  private synchronized StoredUpload stands() {
    return held;
  }

  private int read(InputStream body, byte[] buffer) throws IOException {
    begin();
    try {
      return body.read(buffer);
    } catch (IOException cut) {
      checkHeld();
      throw cut;
    } finally {
      pause();
    }
  }

  private synchronized void begin() {
    checkHeld();
    reader = Thread.currentThread();
  }

  /** A thread that was called off its reading must not take the call along to what it does next. */
  private synchronized void pause() {
    reader = null;
    if (over) {
      Thread.interrupted();
    }
  }

  private synchronized void checkHeld() {
    if (over) {
      throw new UploadRefused.Superseded();
    }
  }

  private synchronized void put(byte[] buffer, int count) throws ContentUnavailable {
    checkHeld();
    if (received + count > most) {
      throw new UploadRefused.TooLong(most, UploadReport.of(held));
    }
    file.write(buffer, count);
    received += count;
    boolean due =
        received - held.received() >= STEP
            || Duration.between(kept, clock.instant()).compareTo(STEP_TIME) >= 0;
    if (due) {
      keep(true);
    }
  }

  private void keep(boolean goesOn) throws ContentUnavailable {
    file.sync();
    held =
        ledger
            .grow(held, received, goesOn ? ledger.node() : null)
            .orElseThrow(UploadRefused.Superseded::new);
    kept = clock.instant();
  }

  /**
   * Ends it, by whatever thread: what has come is on disk and counts when this returns. Again: does
   * nothing.
   *
   * @throws UploadRefused.Superseded if another server has the upload by now
   */
  synchronized void end() throws ContentUnavailable {
    if (over) {
      return;
    }
    over = true;
    if (reader != null) {
      reader.interrupt();
    }
    try (file) {
      keep(false);
    }
  }
}
