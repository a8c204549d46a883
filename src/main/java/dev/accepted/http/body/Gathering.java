package dev.accepted.http.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes a short body as it comes, and has its request go on when all of it is there. */
final class Gathering implements ReadListener, AsyncListener {

  private static final Logger LOG = System.getLogger(Gathering.class.getName());

  /** In bytes: who announces much has not sent it yet. */
  private static final int FIRST = 1 << 10;

  private final AsyncContext context;
  private final ServletInputStream body;
  private final Refusal late;
  private final int length;

  /** Its time may be over while the last of it comes: the first of both counts. */
  private final AtomicBoolean decided = new AtomicBoolean();

  private byte[] bytes;
  private int count;

  /**
   * Gathers nothing yet.
   *
   * @param length of the body, in bytes
   * @param late answers when its time is over
   */
  Gathering(AsyncContext context, ServletInputStream body, int length, Refusal late) {
    this.context = context;
    this.body = body;
    this.late = late;
    this.length = length;
    this.bytes = new byte[Math.min(FIRST, length)];
  }

  /** What has come. */
  byte[] bytes() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (body.isReady() && !body.isFinished()) {
      if (count == bytes.length && count < length) {
        bytes = Arrays.copyOf(bytes, Math.min(2 * count, length));
      }
      // At its end one byte is asked for that isn't there: only so some servers notice the end.
      byte[] into = count < length ? bytes : new byte[1];
      int offset = count < length ? count : 0;
      int read = body.read(into, offset, into.length - offset);
      count += Math.max(read, 0);
    }
  }

  @Override
  public void onAllDataRead() {
    if (decided.compareAndSet(false, true)) {
      context.dispatch();
    }
  }

  /** The connection broke, or what comes is not framed as HTTP is. */
  @Override
  public void onError(Throwable gone) {
    LOG.log(Level.DEBUG, "A client was gone before it had sent its body", gone);
    if (decided.compareAndSet(false, true)) {
      context.complete();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    if (decided.compareAndSet(false, true)) {
      late.answer();
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    // Nothing is held.
  }

  @Override
  public void onError(AsyncEvent event) {
    LOG.log(Level.DEBUG, "A body could not be gathered", event.getThrowable());
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Whoever goes on with the request has listeners of its own.
  }
}
