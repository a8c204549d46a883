package dev.accepted.http.handover;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes the body when the connection takes it, and completes the request. */
final class LastWrite implements WriteListener {

  private static final Logger LOG = System.getLogger(LastWrite.class.getName());

  private final AsyncContext context;
  private final LateOutput body;
  private final AtomicBoolean completed = new AtomicBoolean();
  private boolean written;

  LastWrite(AsyncContext context, LateOutput body) {
    this.context = context;
    this.body = body;
  }

  /** Undertow calls {@link #onError} for a write of its own that fails, but not for this one. */
  @Override
  public void onWritePossible() {
    if (!written && body.target().isReady()) {
      written = true;
      try {
        body.release();
        complete();
      } catch (IOException gone) {
        onError(gone);
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    LOG.log(Level.DEBUG, "A client was gone before its answer", failure);
    complete();
  }

  /** A write may fail after the request was completed, and before. */
  private void complete() {
    if (completed.compareAndSet(false, true)) {
      context.complete();
    }
  }
}
