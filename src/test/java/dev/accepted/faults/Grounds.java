package dev.accepted.faults;

import dev.accepted.bench.server.Deployment;
import dev.accepted.faults.site.Node;
import dev.accepted.faults.site.Site;
import dev.accepted.faults.subject.StepsType;
import dev.accepted.server.ServerSetup;
import dev.accepted.server.WildFly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares what faults need; the next of the same kind takes over what is running. */
final class Grounds implements AutoCloseable {

  private final Options options;
  private final WildFly server;
  private final Path war;
  private final Path steps;
  private @Nullable Ground current;
  private @Nullable Site site;

  Grounds(Options options) throws IOException {
    this.options = options;
    this.server = new WildFly(options.home());
    this.steps = Files.createDirectories(options.folder().resolve("steps"));
    this.war =
        Deployment.with(
            StepsType.class.getPackage(), options.war(), options.folder().resolve("faults.war"));
  }

  /** A site of that kind, which runs. */
  Site on(Ground ground) throws IOException, InterruptedException {
    Site running = site;
    if (running != null && ground == current) {
      return running;
    }
    close();
    Site next =
        switch (ground) {
          case ALONE -> alone("alone");
          default -> throw new IOException("nothing of the kind");
        };
    site = next;
    current = ground;
    return next.start();
  }

  private Site alone(String name) {
    return new Site("one node, H2", List.of(new Node(name, setup(name))), steps, true);
  }

  private ServerSetup setup(String name) {
    return ServerSetup.of(server, war, options.folder().resolve(name))
        .with(StepsType.FOLDER, steps.toString());
  }

  @Override
  public void close() {
    Site last = site;
    site = null;
    if (last != null) {
      last.close();
    }
  }
}
