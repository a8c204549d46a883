package dev.accepted.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Files sent and fetched, with as little work as the operating system allows. */
public final class Transfers {

  /** What is done once, when half is done. */
  @FunctionalInterface
  public interface Half {
    void reached() throws IOException;
  }

  private static final int PART = 1 << 22;
  private static final int HEAD = 1 << 14;

  private Transfers() {}

  /** Sends a file as a body; what is answered, which has to be short. */
  public static Answer send(URI server, String path, Path file, Half half) throws IOException {
    try (SocketChannel socket = connect(server);
        FileChannel from = FileChannel.open(file)) {
      long length = from.size();
      write(
          socket,
          "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\n\r\n"
              .formatted(path, length));
      boolean told = false;
      for (long at = 0; at < length; ) {
        at += from.transferTo(at, PART, socket);
        if (!told && at > length / 2) {
          told = true;
          half.reached();
        }
      }
      return answer(socket);
    }
  }

  /** Fetches a body into a file; how many bytes it has. */
  public static long fetch(URI server, String path, Path file, Half half) throws IOException {
    try (SocketChannel socket = connect(server);
        FileChannel to =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      write(
          socket,
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".formatted(path));
      ByteBuffer part = ByteBuffer.allocateDirect(PART);
      long length = length(socket, part);
      boolean told = false;
      long at = drain(part, to);
      while (at < length) {
        if (socket.read(part) < 0) {
          throw new EOFException(at + " of " + length + " bytes");
        }
        at += drain(part, to);
        if (!told && at > length / 2) {
          told = true;
          half.reached();
        }
      }
      return at;
    }
  }

  private static SocketChannel connect(URI server) throws IOException {
    return SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
  }

  private static void write(SocketChannel socket, String head) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(head.getBytes(US_ASCII));
    while (bytes.hasRemaining()) {
      socket.write(bytes);
    }
  }

  private static Answer answer(SocketChannel socket) throws IOException {
    byte[] bytes = new byte[HEAD];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int more = 0; more >= 0; more = socket.read(buffer)) {
      Answer answer = AnswerParser.parse(bytes, buffer.position());
      if (answer != null) {
        return answer;
      }
    }
    throw new EOFException("no answer");
  }

  /** Reads the headers; what of the body has come with them is left in the buffer. */
  private static long length(SocketChannel socket, ByteBuffer part) throws IOException {
    while (true) {
      if (socket.read(part) < 0) {
        throw new EOFException("no answer");
      }
      byte[] bytes = new byte[Math.min(HEAD, part.position())];
      part.duplicate().flip().get(bytes);
      int end = new String(bytes, ISO_8859_1).indexOf("\r\n\r\n") + 4;
      if (end > 3) {
        Answer head = new Answer(Arrays.copyOf(bytes, end), end, end, false);
        if (head.status() != 200) {
          throw new IOException(head.head());
        }
        part.flip().position(end);
        part.compact();
        return Long.parseLong(head.header("Content-Length").orElseThrow());
      }
    }
  }

  private static long drain(ByteBuffer part, FileChannel to) throws IOException {
    part.flip();
    long count = part.remaining();
    while (part.hasRemaining()) {
      to.write(part);
    }
    part.clear();
    return count;
  }
}
