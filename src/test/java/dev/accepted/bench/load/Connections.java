package dev.accepted.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
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
  private static final int MOST_BROKEN_OFF = 100;
  private static final AtomicInteger BROKEN_OFF = new AtomicInteger();

  private final Selector selector = Selector.open();
  private final List<Connection> all = new ArrayList<>();

  /** Connects that many times. */
  public Connections(URI server, int count) throws IOException {
    InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
    for (int i = 0; i < count; i++) {
      all.add(new Connection(address, selector, USUAL_BUFFER));
    }
  }

  /** All of them. */
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
      Connection connection = (Connection) key.attachment();
      Answer answer = answer(connection, key);
      if (answer != null) {
        connection.answered();
        listener.answered(connection, answer, System.nanoTime());
        connection.consumed(answer);
      }
    }
    selector.selectedKeys().clear();
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
    selector.close();
  }
}
