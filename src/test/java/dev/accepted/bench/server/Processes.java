package dev.accepted.bench.server;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes whose CPU counts as the server's: its JVM and, where the store is another process,
 * that and its children.
 */
public final class Processes {

  private final ProcessHandle server;
  private final List<ProcessHandle> stores;

  public Processes(long server, List<Long> stores) {
    this.server = handle(server);
    this.stores = stores.stream().map(Processes::handle).toList();
  }

  /** User and system time since they started. */
  public Duration cpu() {
    return Stream.concat(
            Stream.of(server),
            stores.stream().flatMap(store -> Stream.concat(Stream.of(store), store.descendants())))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static ProcessHandle handle(long id) {
    return ProcessHandle.of(id).orElseThrow(() -> new IllegalArgumentException("no process " + id));
  }
}
