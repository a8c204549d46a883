package dev.accepted.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One connection at a time to a server on this machine, which says whatever it is told to. */
final class Wire implements AutoCloseable {

  /** An answer that takes so long never comes; a busy machine may take a while. */
  private static final int PATIENCE_MILLIS = 120_000;

  /** How long something that is no HTTP is waited for: the server may say nothing at all. */
  private static final int GLANCE_MILLIS = 300;

  private static final int MOST_BODY = 1 << 20;

  private final int port;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  Wire(int port) {
    this.port = port;
  }

  /**
   * What came back.
   *
   * @param status 0 if nothing did
   * @param headers by name in lower case
   */
  record Reply(int status, Map<String, String> headers, String text) {

    static final Reply NONE = new Reply(0, Map.of(), "");
  }

  /**
   * Sends a request and reads its answer.
   *
   * @throws IOException if a good request gets no whole answer
   */
  Reply send(Call call) throws IOException {
    try {
      Reply reply = call.isHttp() ? answered(call) : glanced(call);
      if (!call.isHttp() || "close".equalsIgnoreCase(reply.headers().get("connection"))) {
        close();
      }
      return reply;
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  private Reply answered(Call call) throws IOException {
    boolean fresh = socket == null;
    try {
      return write(call, PATIENCE_MILLIS);
    } catch (EOFException | SocketException closed) {
      if (fresh) {
        throw closed;
      }
      // It was idle for too long, or the server had enough of it.
      close();
      return write(call, PATIENCE_MILLIS);
    }
  }

  private Reply glanced(Call call) {
    close();
    try {
      if (call.mischief() == Mischief.HUNG_UP) {
        open().getOutputStream().write(call.bytes());
        return Reply.NONE;
      }
      return write(call, GLANCE_MILLIS);
    } catch (IOException nothing) {
      return Reply.NONE;
    }
  }

  private Socket open() throws IOException {
    Socket now = socket;
    if (now == null) {
      now = new Socket(InetAddress.getLoopbackAddress(), port);
      now.setTcpNoDelay(true);
      socket = now;
      in = new BufferedInputStream(now.getInputStream());
    }
    return now;
  }

  private Reply write(Call call, int patience) throws IOException {
    Socket open = open();
    open.setSoTimeout(patience);
    try {
      open.getOutputStream().write(call.bytes());
      open.getOutputStream().flush();
    } catch (IOException refused) {
      // The answer may be there all the same.
      return read(call, refused);
    }
    return read(call, null);
  }

  private Reply read(Call call, @Nullable IOException refused) throws IOException {
    InputStream from = Objects.requireNonNull(in);
    String first = line(from);
    while (first.startsWith("HTTP/1.1 1") && !first.startsWith("HTTP/1.1 101")) {
      while (!line(from).isEmpty()) {
        // an interim answer's headers
      }
      first = line(from);
    }
    if (!first.matches("HTTP/1\\.[01] \\d{3}.*")) {
      throw new IOException("no status line: " + first, refused);
    }
    int status = Integer.parseInt(first.substring(9, 12));
    Map<String, String> headers = new TreeMap<>();
    StringBuilder text = new StringBuilder(first).append('\n');
    for (String header = line(from); !header.isEmpty(); header = line(from)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
      text.append(header).append('\n');
    }
    boolean empty = call.isHead() || status == 204 || status == 304 || status == 101;
    return new Reply(status, headers, empty ? text.toString() : text + body(call, from, headers));
  }

  private String body(Call call, InputStream from, Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("content-type", "").startsWith("text/event-stream")
        || headers.getOrDefault("content-type", "").contains("ndjson")
        || call.followsLog()) {
      return stream(from);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      for (int size = chunk(from); size > 0; size = chunk(from)) {
        body.write(from.readNBytes(size));
        line(from);
      }
      line(from);
    } else if (headers.containsKey("content-length")) {
      long length = Long.parseLong(headers.get("content-length"));
      byte[] read = from.readNBytes((int) Math.min(length, MOST_BODY));
      body.write(read);
      if (read.length < length) {
        close();
      }
    } else {
      body.write(from.readNBytes(MOST_BODY));
      close();
    }
    return body.toString(StandardCharsets.ISO_8859_1);
  }

  /** The start of it: it need not end. */
  private String stream(InputStream from) throws IOException {
    Objects.requireNonNull(socket).setSoTimeout(GLANCE_MILLIS);
    try {
      return new String(from.readNBytes(2_000), StandardCharsets.UTF_8);
    } catch (SocketTimeoutException enough) {
      return "";
    } finally {
      close();
    }
  }

  private static int chunk(InputStream from) throws IOException {
    return Integer.parseInt(line(from).replaceAll(";.*", "").strip(), 16);
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = from.read(); read != '\n'; read = from.read()) {
      if (read < 0) {
        throw new EOFException("the connection ended: " + line);
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    } finally {
      socket = null;
      in = null;
    }
  }
}
