package dev.accepted.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Connections to one server, served by the thread that calls. */
public final class Connections implements AutoCloseable {

  /** Who is told of answers. */
  @FunctionalInterface
  public interface Listener {
    /**
     * An answer is there; the connection is free for its next request.
     *
     * @param nanos when it was read, by {@link System#nanoTime}
     */
    void answered(Connection connection, Answer answer, long nanos) throws IOException;
  }

  private static final int USUAL_BUFFER = 4096;
  private static final int STREAM_BUFFER = 1 << 16;
  private static final int MOST_BROKEN_OFF = 100;
  private static final AtomicInteger BROKEN_OFF = new AtomicInteger();

  private final Selector selector = Selector.open();
  private final InetSocketAddress address;
  private final List<Connection> all = new ArrayList<>();
  private final List<EventConnection> streams = new ArrayList<>();
  private final ByteBuffer shared = ByteBuffer.allocate(STREAM_BUFFER);

  /** Connects that many times. */
  public Connections(URI server, int count) throws IOException {
    address = new InetSocketAddress(server.getHost(), server.getPort());
    for (int i = 0; i < count; i++) {
      connect();
    }
  }

  /** Connects once more. */
  public Connection connect() throws IOException {
    Connection connection = new Connection(address, selector, USUAL_BUFFER);
    all.add(connection);
    return connection;
  }

  /** Connects once more, for events. */
  public void follow(Request request, EventConnection.Listener listener) throws IOException {
    streams.add(new EventConnection(address, selector, request, listener));
  }

  /** All of them, but for those of events. */
  public List<Connection> all() {
    return List.copyOf(all);
  }

  /**
   * Waits for answers and hands them out.
   *
   * @param millis at most this long; 0 means not at all
   */
  public void serve(long millis, Listener listener) throws IOException {
    if (millis > 0) {
      selector.select(millis);
    } else {
      selector.selectNow();
    }
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.attachment() instanceof EventConnection stream) {
        stream.read(shared, System.nanoTime());
      } else {
        serve((Connection) key.attachment(), key, listener);
      }
    }
    selector.selectedKeys().clear();
  }

  private static void serve(Connection connection, SelectionKey key, Listener listener)
      throws IOException {
    Answer answer = answer(connection, key);
    if (answer != null) {
      connection.answered();
      listener.answered(connection, answer, System.nanoTime());
      connection.consumed(answer);
    }
  }

  private static @Nullable Answer answer(Connection connection, SelectionKey key)
      throws IOException {
    try {
      if (key.isWritable()) {
        connection.write();
      }
      return key.isReadable() ? connection.read() : null;
    } catch (IOException broken) {
      if (BROKEN_OFF.incrementAndGet() > MOST_BROKEN_OFF) {
        throw broken;
      }
      connection.repair();
      return null;
    }
  }

  /**
   * How many connections the server has broken off since this process began. What was under way is
   * sent again.
   */
  public static int brokenOff() {
    return BROKEN_OFF.get();
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : all) {
      connection.close();
    }
    for (EventConnection stream : streams) {
      stream.close();
    }
    selector.close();
  }
}
