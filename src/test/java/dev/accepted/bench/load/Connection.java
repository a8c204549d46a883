package dev.accepted.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A connection that is kept alive and carries one request at a time. */
public final class Connection {

  private final SocketChannel channel;
  private final SelectionKey key;
  private byte[] bytes;
  private int count;
  private @Nullable ByteBuffer unsent;
  private long due;
  private long tag;

  Connection(InetSocketAddress server, Selector selector, int bufferBytes) throws IOException {
    channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
    bytes = new byte[bufferBytes];
  }

  /** When the request that is under way was to be sent, by {@link System#nanoTime}. */
  public long due() {
    return due;
  }

  /** What its sender knows the request by. */
  public long tag() {
    return tag;
  }

  /**
   * Sends the next request.
   *
   * @param dueNanos when it was to be sent
   * @param mark what to know it by
   */
  public void send(Request request, long dueNanos, long mark) throws IOException {
    due = dueNanos;
    tag = mark;
    unsent = request.toSend();
    write();
  }

  void write() throws IOException {
    if (unsent != null) {
      channel.write(unsent);
      boolean more = unsent.hasRemaining();
      key.interestOps(more ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
      unsent = more ? unsent : null;
    }
  }

  /** What has come; null if the answer is not complete. To be followed by {@link #consumed}. */
  @Nullable Answer read() throws IOException {
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int more = channel.read(ByteBuffer.wrap(bytes, count, bytes.length - count));
    if (more < 0) {
      throw new EOFException("the server has closed a connection");
    }
    count += more;
    return AnswerParser.parse(bytes, count);
  }

  void consumed(Answer answer) {
    count -= answer.end();
    System.arraycopy(bytes, answer.end(), bytes, 0, count);
  }

  void close() throws IOException {
    channel.close();
  }
}
