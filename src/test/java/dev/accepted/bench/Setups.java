package dev.accepted.bench;

import dev.accepted.bench.bare.BareFilter;
import dev.accepted.bench.server.Deployment;
import dev.accepted.server.Postgres;
import dev.accepted.server.ServerSetup;
import dev.accepted.server.WildFly;
import java.nio.file.Path;

/** How the servers are started that are measured. Each has a folder, ports and data of its own. */
final class Setups {

  private final Options options;
  private final Path folder;
  private final WildFly server = new WildFly(Options.path("home"));
  private final Path product = Options.path("war");
  private final Path withSubject;
  private final Path empty;
  private final Path bare;

  /** Makes the WARs. */
  Setups(Options options, Path folder) {
    this.options = options;
    this.folder = folder;
    withSubject = Deployment.withSubject(product, folder.resolve("bench.war"));
    bare = Deployment.bare(folder.resolve("bare.war"));
    empty = Deployment.empty(folder.resolve("empty.war"));
  }

  /**
   * With the benchmark's job types, and slots for all of them at once. The rows poll one monitor
   * thousands of times a second, each time too soon; so as many such polls as there may be are let
   * pass, each at the throttle's full cost.
   */
  ServerSetup measured(String name) {
    return set(base(name).with("accepted.throttle.polls", "10000000000"));
  }

  /** The same with the default limits. Whoever is blocked stays so for a day. */
  ServerSetup strict(String name) {
    return set(
        base(name)
            .with("accepted.throttle.block", "P1D")
            .with("accepted.throttle.block.max", "P1D"));
  }

  /** The same without a throttle. */
  ServerSetup lenient(String name) {
    return set(base(name).with("accepted.throttle", "false"));
  }

  private ServerSetup base(String name) {
    return ServerSetup.of(server, withSubject, folder.resolve(name))
        .with("accepted.slots", "96")
        .with("accepted.queue.limit", "100000000");
  }

  /** The same with its jobs in that database. */
  ServerSetup shared(String name, Postgres database) {
    return measured(name)
        .with("accepted.store.url", Postgres.url(database.port()))
        .with("accepted.store.user", Postgres.USER)
        .with("accepted.store.password", Postgres.USER);
  }

  /** As it is built. */
  ServerSetup product(String name) {
    return set(ServerSetup.of(server, product, folder.resolve(name)));
  }

  /** With nothing in it but a filter that answers like the product what it doesn't listen to. */
  ServerSetup bare(String name) {
    return ServerSetup.of(server, bare, folder.resolve(name)).answering(BareFilter.STATUS);
  }

  /** With nothing in it. */
  ServerSetup empty(String name) {
    return ServerSetup.of(server, empty, folder.resolve(name));
  }

  private ServerSetup set(ServerSetup setup) {
    ServerSetup all = setup;
    for (var setting : options.settings().entrySet()) {
      all = all.with(setting.getKey(), setting.getValue());
    }
    return all;
  }
}
