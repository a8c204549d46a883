package dev.accepted.types.inspections.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends what it is told to, letter by letter, and remembers what it was asked. */
public final class RawServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d{1,9})\r\n");

  private final ServerSocket server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** What is sent to a request. */
  @FunctionalInterface
  public interface Script {
    void answer(String request, OutputStream out) throws IOException;
  }

  /** Sends that, with each line feed as CR LF, and closes the connection. */
  public RawServer(String answer) throws IOException {
    this(
        (request, out) -> out.write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  public RawServer(Script script) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(script));
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Script script) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        StringBuilder head = new StringBuilder();
        int octet = socket.getInputStream().read();
        while (octet >= 0 && head.indexOf("\r\n\r\n") < 0) {
          head.append((char) octet);
          octet = head.indexOf("\r\n\r\n") < 0 ? socket.getInputStream().read() : octet;
        }
        // Left unread, it would break the connection off before the answer is read.
        head.append(body(socket.getInputStream(), head));
        asked.add(head.toString());
        script.answer(head.toString(), socket.getOutputStream());
        socket.getOutputStream().flush();
      } catch (IOException gone) {
        // the other side had seen enough, or the test is over
      }
    }
  }

  private static String body(InputStream in, CharSequence head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    int count = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return new String(in.readNBytes(count), StandardCharsets.UTF_8);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The requests so far, head and body. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
