package dev.accepted.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server on the loopback address, and cuts each connection after so many bytes. */
final class CuttingRelay implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger cuts = new AtomicInteger();
  private final int port;
  private final long most;

  /**
   * @param most bytes, in either direction
   */
  CuttingRelay(int port, long most) throws IOException {
    this.port = port;
    this.most = most;
    threads.execute(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** How many connections it has cut. */
  int cuts() {
    return cuts.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        threads.execute(() -> relay(client, server));
        threads.execute(() -> relay(server, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void relay(Socket from, Socket to) {
    long left = most;
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, (int) Math.min(count, left));
        left -= count;
        if (left <= 0) {
          cuts.incrementAndGet();
          return;
        }
      }
    } catch (IOException theOtherWayIsCut) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
