package dev.accepted.guard.tokens;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on this machine whose answers end when the client has had enough, and not before. */
final class EndlessServer implements AutoCloseable {

  private static final String HEAD_END = "\r\n\r\n";

  private final ServerSocket socket;
  private final byte[] begin;
  private final byte[] more;
  private final Duration pause;
  private final CountDownLatch closing = new CountDownLatch(1);

  private EndlessServer(ServerSocket socket, String begin, String more, Duration pause) {
    this.socket = socket;
    this.begin = begin.getBytes(StandardCharsets.US_ASCII);
    this.more = more.getBytes(StandardCharsets.US_ASCII);
    this.pause = pause;
  }

  /**
   * Starts one at a free port.
   *
   * @param begin what each answer begins with
   * @param more how it goes on, over and over
   * @param pause between two of that
   */
  static EndlessServer start(String begin, String more, Duration pause) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    EndlessServer server = new EndlessServer(socket, begin, more, pause);
    Thread thread = new Thread(server::serve, "endless-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed() && !Thread.currentThread().isInterrupted()) {
      answerOne();
    }
  }

  private void answerOne() {
    try (Socket connection = socket.accept()) {
      readHead(connection.getInputStream());
      goOn(connection.getOutputStream());
    } catch (IOException enough) {
      // The client has gone, or the test is over.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int one = in.read(); one >= 0 && head.indexOf(HEAD_END) < 0; one = in.read()) {
      head.append((char) one);
    }
  }

  private void goOn(OutputStream out) throws IOException, InterruptedException {
    out.write(begin);
    do {
      out.write(more);
      out.flush();
    } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
  }
}
