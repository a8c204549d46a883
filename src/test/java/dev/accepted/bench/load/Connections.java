package dev.accepted.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

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
      if (key.isWritable()) {
        connection.write();
      }
      if (key.isReadable()) {
        Answer answer = connection.read();
        if (answer != null) {
          listener.answered(connection, answer, System.nanoTime());
          connection.consumed(answer);
        }
      }
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : all) {
      connection.close();
    }
    selector.close();
  }
}
