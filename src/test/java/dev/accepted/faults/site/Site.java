package dev.accepted.faults.site;

import dev.accepted.server.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The servers that share one store.
 *
 * @param what a word for the report
 * @param nodes those servers
 * @param steps where the jobs of the suite's own type leave their traces
 * @param imports whether CSV files can be imported here
 * @param mostBytes the largest result of a job there
 * @param surroundings what they stand on, from the bottom up
 */
public record Site(
    String what,
    List<Node> nodes,
    Path steps,
    boolean imports,
    int mostBytes,
    List<AutoCloseable> surroundings)
    implements AutoCloseable {

  /** Starts all of them at once, and waits for all. */
  public Site start() throws IOException, InterruptedException {
    ExecutorService starters = Executors.newFixedThreadPool(nodes.size());
    try {
      List<Future<Node>> starting =
          nodes.stream()
              .map(
                  node ->
                      starters.submit(
                          () -> {
                            node.start();
                            return node;
                          }))
              .toList();
      for (Future<Node> one : starting) {
        one.get();
      }
      return this;
    } catch (ExecutionException e) {
      close();
      throw new IOException("a server does not start", e);
    } finally {
      starters.shutdownNow();
    }
  }

  /** The database that all of them share. */
  public Postgres database() {
    return surrounding(Postgres.class);
  }

  /** The network between the last of them and the database. */
  public Relay network() {
    return surrounding(Relay.class);
  }

  /** The file system that the data is on. */
  public Volume volume() {
    return surrounding(Volume.class);
  }

  private <T extends AutoCloseable> T surrounding(Class<T> type) {
    return surroundings.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + type.getSimpleName() + " here"));
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(Node::close);
    for (int last = surroundings.size() - 1; last >= 0; last--) {
      close(surroundings.get(last));
    }
  }

  private static void close(AutoCloseable one) throws IOException {
    try {
      one.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
