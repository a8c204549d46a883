package dev.accepted.faults.site;

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
 */
public record Site(String what, List<Node> nodes, Path steps, boolean imports)
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

  @Override
  public void close() {
    nodes.forEach(Node::close);
  }
}
