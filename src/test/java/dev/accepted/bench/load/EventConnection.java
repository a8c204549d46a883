package dev.accepted.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Locale;

/** A connection on which server-sent events come until the server ends them. */
public final class EventConnection {

  /** Who is told of events. */
  @FunctionalInterface
  public interface Listener {
    /**
     * An event, or a comment, is there.
     *
     * @param text valid until the call returns
     * @param nanos when it was read, by {@link System#nanoTime}
     */
    void told(EventText text, long nanos);
  }

  private static final int FIRST_BYTES = 2048;

  private final SocketChannel channel;
  private final Listener listener;
  private final Chunks chunks = new Chunks();
  private byte[] bytes = new byte[FIRST_BYTES];
  private int count;
  private boolean begun;

  EventConnection(InetSocketAddress server, Selector selector, Request request, Listener listener)
      throws IOException {
    this.listener = listener;
    channel = SocketChannel.open(server);
    ByteBuffer unsent = request.toSend();
    while (unsent.hasRemaining()) {
      channel.write(unsent);
    }
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Reads what has come, and tells of it; closes itself when it was the end. */
  void read(ByteBuffer buffer, long now) throws IOException {
    buffer.clear();
    int read = channel.read(buffer);
    buffer.flip();
    while (buffer.hasRemaining() && !chunks.isOver()) {
      if (begun) {
        count = chunks.decode(buffer, room(buffer.remaining()), count);
        tell(now);
      } else {
        begin(buffer);
      }
    }
    if (read < 0 || chunks.isOver()) {
      channel.close();
    }
  }

  /** Reads the headers; what follows stays in the buffer. */
  private void begin(ByteBuffer buffer) throws IOException {
    room(buffer.remaining());
    while (buffer.hasRemaining() && !begun) {
      bytes[count++] = buffer.get();
      begun = EventText.endsWith(bytes, count, "\r\n\r\n");
    }
    if (begun) {
      String head = new String(bytes, 0, count, ISO_8859_1);
      if (!head.startsWith("HTTP/1.1 200 ")
          || !head.toLowerCase(Locale.ROOT).contains(": chunked\r\n")) {
        throw new IOException("not a stream: " + head);
      }
      count = 0;
    }
  }

  private void tell(long now) {
    int from = 0;
    for (int at = 1; at < count; at++) {
      if (bytes[at] == '\n' && bytes[at - 1] == '\n') {
        listener.told(new EventText(bytes, from, at + 1), now);
        from = at + 1;
        at++;
      }
    }
    count -= from;
    System.arraycopy(bytes, from, bytes, 0, count);
  }

  private byte[] room(int more) {
    if (count + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, count + more));
    }
    return bytes;
  }

  void close() throws IOException {
    channel.close();
  }
}
