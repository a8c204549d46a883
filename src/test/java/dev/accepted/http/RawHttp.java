package dev.accepted.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A request written by hand, for what no client library would send. */
public final class RawHttp {

  private static final int PATIENCE_MS = 60_000;
  private static final int LONGEST = 4 << 20;

  private RawHttp() {}

  /**
   * What the server under test answers to exactly that, up to the end of the connection.
   *
   * <p>A server may answer and close before it has taken all of a request (RFC 9112, section 9.5):
   * what is still to be sent is left then, and what was answered counts.
   *
   * @param head request line and headers, one a line; {@code Connection: close} is added
   */
  public static String answer(List<String> head, String body) {
    URI server = URI.create(Objects.requireNonNull(System.getProperty("accepted.url")));
    String request = String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n" + body;
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      } catch (SocketException closed) {
        // "Broken pipe" or "Connection reset", as time will have it: its answer may be here
        // already.
      }
      try {
        readAll(socket, answer);
      } catch (SocketException reset) {
        // The end of the connection too, of one that had more to take; waiting in vain isn't that.
      }
      return answer.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void readAll(Socket socket, ByteArrayOutputStream answer) throws IOException {
    byte[] buffer = new byte[1 << 13];
    for (int n = 0; n >= 0 && answer.size() < LONGEST; n = socket.getInputStream().read(buffer)) {
      answer.write(buffer, 0, n);
    }
  }

  /** The status code of an answer; 0 if the connection ended without one. */
  public static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
