package dev.accepted.http.throttle;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which every byte is the test's own. */
final class RawConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");

  private final Socket socket;
  private final InputStream in;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream());
  }

  static RawConnection to(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new RawConnection(socket);
  }

  /**
   * Sends the head of a request.
   *
   * @param more further lines, each with its end
   */
  void send(String line, String address, String more) throws IOException {
    write(line + "\r\nHost: 127.0.0.1\r\nX-Forwarded-For: " + address + "\r\n" + more + "\r\n");
  }

  /** Sends whatever it is; a connection that is closed by then takes nothing. */
  void write(String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (SocketException closed) {
      // Just as well: nothing of it can be taken for anything.
    }
  }

  /** Reads an answer with its body; its status code. */
  int status() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("ended within " + head);
      }
      head.write(next);
    }
    Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
    if (length.find()) {
      in.readNBytes(Integer.parseInt(length.group(1)));
    }
    return Integer.parseInt(head.toString(StandardCharsets.ISO_8859_1).split(" ", 3)[1]);
  }

  /** What comes until the server closes the connection. */
  String rest() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      in.transferTo(rest);
    } catch (SocketException reset) {
      rest.write("(reset)".getBytes(StandardCharsets.US_ASCII));
    }
    return rest.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
