package dev.accepted.faults.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A network that can be cut: it hands on, both ways, what goes to one port of this machine. */
public final class Relay implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int MOST_THREADS = 200;
  private static final int IDLE_SECONDS = 5;

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = threads();
  private boolean silent;
  private boolean broken;
  private boolean tearing;

  /** Listens at a free port. */
  public Relay(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.submit(this::accept);
  }

  private static ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "relay");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** From now on nothing gets through, and nobody is told. */
  public synchronized void silence() {
    silent = true;
  }

  /** From now on all connections are ended, and new ones at once. */
  public synchronized void breakOff() throws IOException {
    broken = true;
    closeAll();
  }

  /** From now on each connection hands on but a half of what comes next, and is ended with that. */
  public synchronized void tear() {
    tearing = true;
  }

  /** The network is whole again: what was held up goes on. */
  public synchronized void mend() {
    silent = false;
    broken = false;
    tearing = false;
    notifyAll();
  }

  private synchronized void pass() throws InterruptedException {
    while (silent) {
      wait();
    }
  }

  private synchronized boolean isBroken() {
    return broken;
  }

  private synchronized boolean isTearing() {
    return tearing;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket near = entrance.accept();
        if (isBroken()) {
          near.close();
        } else {
          threads.submit(() -> connect(near));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket near) {
    open.add(near);
    try {
      pass();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      threads.submit(() -> copy(near, far));
      copy(far, near);
    } catch (IOException unreachable) {
      end(near);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        pass();
        boolean torn = isTearing();
        out.write(buffer, 0, torn ? read / 2 : read);
        if (torn) {
          return;
        }
      }
    } catch (IOException over) {
      // Each end is told by the end of the other.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      awaitMended();
      end(from);
      end(to);
    }
  }

  /** An end is not told either while the network is silent. */
  private void awaitMended() {
    try {
      pass();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void closeAll() {
    open.forEach(this::end);
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    mend();
    closeAll();
    threads.shutdownNow();
  }
}
