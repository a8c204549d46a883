package dev.accepted.types.inspections.wire;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call from outside, whatever it is at: connecting, shaking hands, sending or reading. A
 * socket's own timeout begins anew with each byte that comes, and there is none for sending; so who
 * sends a byte now and then, or takes none, would hold the call for good.
 */
final class CutOff implements AutoCloseable {

  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private @Nullable Socket socket;
  private boolean cut;
  private boolean late;

  /**
   * @param longest how long the call may take
   */
  CutOff(Duration longest) {
    over.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (done, timeUp) -> {
              if (timeUp != null) {
                cutLate();
              }
            });
  }

  /** A new socket, not connected yet, which is ended with the call. */
  synchronized Socket hold(Socket opened) throws IOException {
    if (cut) {
      opened.close();
      throw new SocketException("cut off");
    }
    socket = opened;
    return opened;
  }

  /** True if it was ended since its time was up. */
  synchronized boolean isLate() {
    return late;
  }

  private synchronized void cutLate() {
    late = !cut;
    cut();
  }

  /** Ends the call; there is none after that. */
  synchronized void cut() {
    cut = true;
    if (socket != null) {
      close(socket);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // It is closed all the same (Closeable.close): whoever uses it learns of that.
    }
  }

  /** The call is over by itself. */
  @Override
  public void close() {
    over.complete(null);
  }
}
