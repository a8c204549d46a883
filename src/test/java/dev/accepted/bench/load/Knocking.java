package dev.accepted.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One request after the other, each on a connection of its own that the server closes. */
public final class Knocking {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final int CODE_START = 9;
  private static final int CODE_END = 12;

  private final URI server;

  public Knocking(URI server) {
    this.server = server;
  }

  /** Sends for as long as that; how many were answered behind the lead. */
  public int run(Request request, int status, long leadNanos, long nanos, ClosedLoop.Window window)
      throws IOException {
    long start = System.nanoTime();
    knockUntil(start + leadNanos, request, status);
    window.opened();
    int answers = knockUntil(start + leadNanos + nanos, request, status);
    window.closed();
    return answers;
  }

  private int knockUntil(long end, Request request, int status) throws IOException {
    int answers = 0;
    do {
      knock(request, status);
      answers++;
    } while (System.nanoTime() < end);
    return answers;
  }

  private void knock(Request request, int status) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.toSend().array());
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      if (!answer.substring(CODE_START, CODE_END).equals(Integer.toString(status))) {
        throw new IOException("not " + status + ": " + answer);
      }
    }
  }
}
