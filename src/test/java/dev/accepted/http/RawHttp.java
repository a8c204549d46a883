package dev.accepted.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
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
   * @param head request line and headers, one a line; {@code Connection: close} is added
   */
  public static String answer(List<String> head, String body) {
    URI server = URI.create(Objects.requireNonNull(System.getProperty("accepted.url")));
    String request = String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n" + body;
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(LONGEST);
      return new String(answer, StandardCharsets.ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The status code of an answer; 0 if the connection ended without one. */
  public static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
