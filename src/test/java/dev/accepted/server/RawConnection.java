package dev.accepted.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection on which every byte is the test's own. */
public final class RawConnection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");

  private final Socket socket;
  private final InputStream in;
  private boolean closed;

  private RawConnection(Socket socket) throws IOException {
    this.socket = socket;
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects to a server on this machine. */
  public static RawConnection to(int port) throws IOException {
    return connect(new Socket(), port);
  }

  /**
   * The same for a client that takes little.
   *
   * @param receiveBuffer in bytes: what the operating system takes for it
   */
  public static RawConnection to(int port, int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(receiveBuffer);
    return connect(socket, port);
  }

  private static RawConnection connect(Socket socket, int port) throws IOException {
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new RawConnection(socket);
  }

  /**
   * Sends the head of a request, and what there is of its body.
   *
   * @param request such as {@code GET /api}
   * @param headers lines of its head, beside {@code Host}
   */
  public void send(String request, String body, String... headers) throws IOException {
    String head =
        "%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(request, socket.getPort())
            + Stream.of(headers).map(line -> line + "\r\n").collect(Collectors.joining());
    write(head + "\r\n" + body);
  }

  /** False once something could not be sent. */
  public boolean isOpen() {
    return !closed;
  }

  /** Sends whatever it is; a connection that is closed by then takes nothing. */
  public void write(String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (SocketException ended) {
      // Just as well: nothing of it can be taken for anything.
      closed = true;
    }
  }

  /** Reads an answer with its body; its status code. */
  public int status() throws IOException {
    return Integer.parseInt(answer().split(" ", 3)[1]);
  }

  /**
   * Reads the head of an answer to HEAD, which nothing follows.
   *
   * @throws EOFException if it ends before
   */
  public String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("ended within " + head);
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /**
   * Reads an answer, its head and as much of a body as that announces.
   *
   * @throws EOFException if it ends before
   */
  public String answer() throws IOException {
    String head = head();
    Matcher length = LENGTH.matcher(head);
    if (!length.find()) {
      return head;
    }
    byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
    return head + new String(body, StandardCharsets.UTF_8);
  }

  /** Reads an answer, or {@code (ended)} where the connection ends before one is complete. */
  public String answerOrEnd() throws IOException {
    try {
      return answer();
    } catch (SocketException | EOFException ended) {
      return "(ended)";
    }
  }

  /** What comes until the server closes the connection. */
  public String rest() throws IOException {
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
