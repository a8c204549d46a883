package dev.accepted.http.handover;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes the body when the connection takes it, and completes the request. */
final class LastWrite implements WriteListener {

  private static final Logger LOG = System.getLogger(LastWrite.class.getName());

  private final AsyncContext context;
  private final LateOutput body;
  private boolean written;

  LastWrite(AsyncContext context, LateOutput body) {
    this.context = context;
    this.body = body;
  }

  @Override
  public void onWritePossible() throws IOException {
    if (!written && body.target().isReady()) {
      written = true;
      body.release();
      context.complete();
    }
  }

  @Override
  public void onError(Throwable failure) {
    LOG.log(Level.DEBUG, "A client was gone before its answer", failure);
    context.complete();
  }
}
