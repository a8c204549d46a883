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

  private final InetSocketAddress server;
  private final Selector selector;
  private SocketChannel channel;
  private SelectionKey key;
  private @Nullable Request request;
  private byte[] bytes;
  private int count;
  private @Nullable ByteBuffer unsent;
  private long due;
  private long tag;

  Connection(InetSocketAddress server, Selector selector, int bufferBytes) throws IOException {
    this.server = server;
    this.selector = selector;
    channel = SocketChannel.open(server);
    key = register();
    bytes = new byte[bufferBytes];
  }

  private SelectionKey register() throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return channel.register(selector, SelectionKey.OP_READ, this);
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
  public void send(Request next, long dueNanos, long mark) throws IOException {
    request = next;
    due = dueNanos;
    tag = mark;
    unsent = next.toSend();
    write();
  }

  /** Connects anew, and sends what was not answered again. */
  void repair() throws IOException {
    channel.close();
    count = 0;
    channel = SocketChannel.open(server);
    key = register();
    if (request != null) {
      unsent = request.toSend();
      write();
    }
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

  /** The request is answered. */
  void answered() {
    request = null;
  }

  void consumed(Answer answer) {
    count -= answer.end();
    System.arraycopy(bytes, answer.end(), bytes, 0, count);
  }

  void close() throws IOException {
    channel.close();
  }
}
