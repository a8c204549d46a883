package dev.accepted.http.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Sends one message after the other, without ever waiting for the client. */
final class SocketOutlet {

  private static final Logger LOG = System.getLogger(SocketOutlet.class.getName());

  private final Session session;
  private final Runnable whenIdle;
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean sending;
  private @Nullable CloseReason end;

  /** So many checks in a row nothing has come back from the client. */
  private int silent;

  /** So many checks in a row nothing was sent to it. */
  private int quiet;

  /**
   * An outlet.
   *
   * @param whenIdle called when everything has been sent, on a thread that must not be held up
   */
  SocketOutlet(Session session, Runnable whenIdle) {
    this.session = session;
    this.whenIdle = whenIdle;
  }

  /** True if all has been sent, and more may be. */
  synchronized boolean isIdle() {
    return !sending && waiting.isEmpty() && end == null;
  }

  /** Sends a message when those before it have been sent; nothing happens after the end. */
  void send(String text) {
    synchronized (this) {
      if (end != null) {
        return;
      }
      waiting.add(text);
    }
    sendNext();
  }

  /** Closes the socket when all has been sent. */
  void end(CloseReason.CloseCode code, String why) {
    synchronized (this) {
      if (end != null) {
        return;
      }
      end = new CloseReason(code, why);
    }
    sendNext();
  }

  private void sendNext() {
    String next;
    CloseReason over;
    synchronized (this) {
      if (sending) {
        return;
      }
      next = waiting.poll();
      over = next == null ? end : null;
      sending = next != null;
    }
    if (next != null) {
      session.getAsyncRemote().sendText(next, this::sent);
    } else if (over != null) {
      close(over);
    }
  }

  private void sent(SendResult result) {
    if (!result.isOK()) {
      LOG.log(Level.DEBUG, "A socket's client was gone", result.getException());
      close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "nothing is taken"));
      return;
    }
    synchronized (this) {
      sending = false;
      silent = 0;
      quiet = 0;
    }
    if (isIdle()) {
      whenIdle.run();
    } else {
      sendNext();
    }
  }

  /** The client has said something. */
  synchronized void heard() {
    silent = 0;
  }

  /**
   * To be called every few seconds: asks whether the client is still there if it was quiet, and
   * closes the socket if it is not.
   *
   * @param mostQuiet so many calls without a message there may be before one asks
   * @param mostSilent so many calls without a sign of the client's
   * @return false if it has now been closed for that
   */
  boolean check(int mostQuiet, int mostSilent) {
    boolean dead;
    boolean now;
    boolean ask;
    synchronized (this) {
      silent++;
      quiet++;
      dead = silent > mostSilent;
      now = silent == mostSilent + 1;
      ask = quiet > mostQuiet && !sending;
      quiet = ask ? 0 : quiet;
    }
    if (dead) {
      close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "nothing was heard"));
    } else if (ask) {
      ping();
    }
    return !now;
  }

  private void ping() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, "A socket's client was gone", gone);
      close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "nothing is taken"));
    }
  }

  private void close(CloseReason reason) {
    try {
      session.close(reason);
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, "A socket was closed already", gone);
    }
  }
}
