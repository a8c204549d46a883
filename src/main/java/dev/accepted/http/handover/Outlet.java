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
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that is written piece by piece, without ever waiting for the client. Who
 * writes asks for room before: what the client doesn't take stays here.
 */
public final class Outlet implements WriteListener {

  private static final Logger LOG = System.getLogger(Outlet.class.getName());

  /** In bytes: when so many wait for the client, it is to take them first. */
  private static final int ROOM = 32 << 10;

  /** In bytes: what waits is written in pieces up to this size, or as large as it came. */
  private static final int MOST_AT_ONCE = 16 << 10;

  /**
   * In bytes. Undertow holds a buffer for as long as an answer goes on, of 16 kB if nobody says
   * otherwise. What is larger than the buffer goes to the connection without it.
   */
  private static final int BUFFER = 512;

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
    response.setBufferSize(BUFFER);
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

  /**
   * Sends pieces as soon as the client takes them, many with one write; nothing happens after the
   * end.
   *
   * @param pieces not to be changed any more; others may be sent the same
   */
  public void send(List<byte[]> pieces) {
    synchronized (this) {
      if (closed || ending || pieces.isEmpty()) {
        return;
      }
      for (byte[] piece : pieces) {
        waiting.add(piece);
        waitingBytes += piece.length;
      }
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
      if (!waiting.isEmpty()) {
        out.write(nextToWrite());
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

  /** Takes what waits, as much as is written at once. */
  private byte[] nextToWrite() {
    byte[] first = waiting.remove();
    byte[] next = waiting.peek();
    if (next == null || first.length + next.length > MOST_AT_ONCE) {
      waitingBytes -= first.length;
      return first;
    }
    byte[] gathered = new byte[Math.min(waitingBytes, MOST_AT_ONCE)];
    int length = 0;
    for (byte[] piece = first; piece != null; piece = takeUpTo(gathered.length - length)) {
      System.arraycopy(piece, 0, gathered, length, piece.length);
      length += piece.length;
    }
    waitingBytes -= length;
    return length == gathered.length ? gathered : Arrays.copyOf(gathered, length);
  }

  private byte @Nullable [] takeUpTo(int length) {
    byte[] next = waiting.peek();
    return next == null || next.length > length ? null : waiting.poll();
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
