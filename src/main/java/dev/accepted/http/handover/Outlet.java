package dev.accepted.http.handover;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that is written piece by piece, without ever waiting for the client. Who
 * writes asks for room before: what the client doesn't take stays here.
 */
public final class Outlet implements WriteListener {

  private static final Logger LOG = System.getLogger(Outlet.class.getName());

  /** In bytes: when so many wait for the client, it is to take them first. */
  private static final int ROOM = 32 << 10;

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;

  /** The connection takes nothing now; it will say when it does. */
  private boolean blocked = true;

  private boolean unflushed = true;
  private boolean ending;
  private boolean closed;
  private boolean wrote;
  private boolean starved;
  private Runnable whenRoom = () -> {};
  private Runnable whenClosed = () -> {};

  private Outlet(AsyncContext context, ServletOutputStream out) {
    this.context = context;
    this.out = out;
  }

  /** Goes on with what was left with a request. */
  static void open(StreamedAnswer answer, ServletRequest request, ServletResponse response)
      throws IOException {
    AsyncContext context = request.startAsync(request, response);
    context.setTimeout(0);
    ServletOutputStream out = response.getOutputStream();
    Outlet outlet = new Outlet(context, out);
    boolean open = false;
    try {
      answer.begin(outlet);
      out.setWriteListener(outlet);
      open = true;
    } finally {
      if (!open) {
        outlet.close();
      }
    }
  }

  /** Called when there is room again after there was none, on a thread that must not be held up. */
  public synchronized void whenRoom(Runnable action) {
    whenRoom = action;
  }

  /** Called once when it is over, whoever ended it, after what was to be called already. */
  public void whenClosed(Runnable action) {
    boolean already;
    synchronized (this) {
      Runnable before = whenClosed;
      whenClosed =
          () -> {
            before.run();
            action.run();
          };
      already = closed;
    }
    if (already) {
      action.run();
    }
  }

  /** True if more may be sent now. */
  public synchronized boolean hasRoom() {
    boolean room = !closed && !ending && waitingBytes < ROOM;
    starved |= !room;
    return room;
  }

  /** Sends a piece as soon as the client takes it; nothing happens after the end. */
  public void send(byte[] piece) {
    synchronized (this) {
      if (closed || ending) {
        return;
      }
      waiting.add(piece);
      waitingBytes += piece.length;
    }
    write();
  }

  /** Ends the answer when all has been sent. */
  public void end() {
    synchronized (this) {
      ending = true;
    }
    write();
  }

  /**
   * True if something was written since it was last asked, or there is nothing to write: if not,
   * the client takes nothing.
   */
  public synchronized boolean moves() {
    boolean moved = wrote || waiting.isEmpty();
    wrote = false;
    return moved;
  }

  /** True if the client has taken everything. */
  public synchronized boolean isIdle() {
    return waiting.isEmpty();
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      blocked = false;
    }
    write();
  }

  @Override
  public void onError(Throwable gone) {
    LOG.log(Level.DEBUG, "A client was gone", gone);
    close();
  }

  private void write() {
    Runnable then = null;
    try {
      then = writeWhatIsTaken();
    } catch (IOException | IllegalStateException gone) {
      onError(gone);
    }
    if (then != null) {
      then.run();
    }
  }

  /** Returns what is to be done afterwards. */
  private synchronized @Nullable Runnable writeWhatIsTaken() throws IOException {
    if (blocked || closed) {
      return null;
    }
    while (out.isReady()) {
      byte[] piece = waiting.poll();
      if (piece != null) {
        waitingBytes -= piece.length;
        out.write(piece);
        unflushed = true;
        wrote = true;
      } else if (unflushed) {
        unflushed = false;
        out.flush();
      } else if (ending) {
        return this::close;
      } else {
        return fed();
      }
    }
    blocked = true;
    return null;
  }

  private @Nullable Runnable fed() {
    boolean wasStarved = starved;
    starved = false;
    return wasStarved ? whenRoom : null;
  }

  /** Breaks it off. */
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    try {
      context.complete();
    } catch (IllegalStateException over) {
      LOG.log(Level.DEBUG, "The server has ended the request before", over);
    }
    whenClosed.run();
  }
}
