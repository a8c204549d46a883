package dev.accepted.http.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What comes of a body after its request was answered. It is taken for a bit, since many clients
 * look for the answer only when they have sent all, and over HTTP/2 a connection is never granted
 * again what an unread body has taken of its window; then the connection is broken. No thread waits
 * for it: Undertow would read it to its end in the thread that completes the request, however long
 * that takes ({@code AsyncContextImpl.onAsyncCompleteAndRespond}). Who sends nothing more holds a
 * connection, until the server's own limit for that.
 */
public final class Remainder implements ReadListener {

  private static final Logger LOG = System.getLogger(Remainder.class.getName());

  private static final int MOST_BYTES = 8 << 20;
  private static final int BUFFER = 1 << 13;

  /** How long it is taken. */
  static final Duration MOST_TIME = Duration.ofSeconds(10);

  private final AsyncContext context;
  private final ServletInputStream body;
  private final byte[] buffer = new byte[BUFFER];
  private final long end = System.nanoTime() + MOST_TIME.toNanos();
  private long left = MOST_BYTES;

  private Remainder(AsyncContext context, ServletInputStream body) {
    this.context = context;
    this.body = body;
  }

  /**
   * Ends a request that was answered, and whose body is unread; in place of completing it.
   *
   * @param context of that request
   */
  public static void end(AsyncContext context, HttpServletRequest request, ServletResponse answer)
      throws IOException {
    answer.flushBuffer();
    if (request.getHeader("Expect") != null) {
      // Who waits to be told to go on has been told something else, and sends nothing.
      context.complete();
      return;
    }
    ServletInputStream body = request.getInputStream();
    Remainder remainder = new Remainder(context, body);
    body.setReadListener(remainder);
  }

  /** Undertow closes a body whose listener throws. */
  @Override
  public void onDataAvailable() throws IOException {
    while (body.isReady() && !body.isFinished()) {
      left -= Math.max(body.read(buffer), 0);
      if (left <= 0 || System.nanoTime() - end > 0) {
        throw new IOException("more of a refused body than is taken");
      }
    }
  }

  @Override
  public void onAllDataRead() {
    context.complete();
  }

  /**
   * Who was cut off, who has gone, and whose body its reader won't go on with ({@link PacedInput}).
   * It is closed when this has returned: what completes the request before would read it, on the
   * thread that watches all other connections too.
   */
  @Override
  public void onError(Throwable why) {
    LOG.log(Level.DEBUG, "The rest of a body is not taken", why);
    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, context::start)
        .execute(context::complete);
  }
}
