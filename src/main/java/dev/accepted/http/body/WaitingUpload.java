package dev.accepted.http.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request that stands in line to have its long body read. */
final class WaitingUpload implements AsyncListener {

  private static final Logger LOG = System.getLogger(WaitingUpload.class.getName());

  private final AsyncContext context;
  private final UploadLine line;
  private final AtomicBoolean decided = new AtomicBoolean();
  private volatile boolean refused;

  /** It isn't in line yet. */
  WaitingUpload(AsyncContext context, UploadLine line) {
    this.context = context;
    this.line = line;
  }

  /** True if it has waited too long; otherwise, when its request comes by again, it has a place. */
  boolean isRefused() {
    return refused;
  }

  /** It is its turn; false if it doesn't wait any more. */
  boolean begin() {
    boolean begins = decided.compareAndSet(false, true);
    if (begins) {
      context.dispatch();
    }
    return begins;
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    line.leave(this);
    if (decided.compareAndSet(false, true)) {
      refused = true;
      context.dispatch();
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    LOG.log(Level.DEBUG, "A client was gone before its body was read", event.getThrowable());
    line.leave(this);
    decided.set(true);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    line.leave(this);
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Whoever goes on with the request has listeners of its own.
  }
}
