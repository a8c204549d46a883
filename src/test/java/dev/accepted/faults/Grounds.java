package dev.accepted.faults;

import dev.accepted.bench.server.Deployment;
import dev.accepted.faults.site.Node;
import dev.accepted.faults.site.Relay;
import dev.accepted.faults.site.Site;
import dev.accepted.faults.site.Volume;
import dev.accepted.faults.subject.StepsType;
import dev.accepted.server.Postgres;
import dev.accepted.server.ServerSetup;
import dev.accepted.server.WildFly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares what faults need; the next of the same kind takes over what is running. */
final class Grounds implements AutoCloseable {

  /** The file in the folder that is the disk of {@link Ground#DISK_IMAGE}. */
  static final String IMAGE = "disk.img";

  private static final int MOST_BYTES = 3_000_000;

  /** Where the disk is not to be full of results. */
  private static final int FEW_BYTES = 100_000;

  private final Options options;
  private final WildFly server;
  private final Path war;
  private final Path steps;
  private int sites;
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
    sites++;
    Site next =
        switch (ground) {
          case ALONE -> alone();
          case DISK_IMAGE -> onImage();
          case SMALL_DISK -> onSmallDisk();
          case CLUSTER -> cluster();
        };
    site = next;
    current = ground;
    return next.start();
  }

  private Site alone() {
    ServerSetup setup = setup("alone");
    for (var setting : Receivers.SETTINGS.entrySet()) {
      setup = setup.with(setting.getKey(), setting.getValue());
    }
    Node node = new Node("alone", setup);
    return new Site("one node, H2", List.of(node), steps, true, MOST_BYTES, List.of());
  }

  private Site onImage() throws IOException, InterruptedException {
    Volume disk = Volume.image(options.folder().resolve(IMAGE), folder("disk"), 1024);
    return onVolume("image", "one node, H2", disk);
  }

  private Site onSmallDisk() throws IOException, InterruptedException {
    Volume disk = Volume.small(folder("small"), 1024);
    return onVolume("full", "one node, H2, a disk of 1 GB", disk);
  }

  private Site onVolume(String name, String what, Volume disk) {
    return new Site(what, List.of(onVolume(name, disk)), steps, true, FEW_BYTES, List.of(disk));
  }

  private Node onVolume(String name, Volume disk) {
    return new Node(name, setup(name).with("accepted.data", disk.at().resolve("data").toString()));
  }

  /** A server with the data of another; what its jobs do outside it, they do in a world apart. */
  Node onCopy(Volume disk) throws IOException {
    Path world = Files.createDirectories(folder("copy-" + System.nanoTime()));
    return new Node(
        "copy",
        ServerSetup.of(server, war, world)
            .with(StepsType.FOLDER, world.resolve("steps").toString())
            .with("accepted.throttle", "false")
            .with("accepted.data", disk.at().resolve("data").toString()));
  }

  private Site cluster() throws IOException {
    Postgres database = Postgres.in(folder("postgres"));
    Relay network = new Relay(database.port());
    List<Node> nodes =
        List.of(
            member("one", database.port()),
            member("two", database.port()),
            member("three", network.port()));
    return new Site(
        "three nodes, PostgreSQL", nodes, steps, true, MOST_BYTES, List.of(database, network));
  }

  private Node member(String name, int databasePort) {
    Path content = folder("content");
    return new Node(
        name,
        setup(name)
            .with("accepted.store.url", Postgres.url(databasePort))
            .with("accepted.store.user", Postgres.USER)
            .with("accepted.store.password", Postgres.USER)
            .with("accepted.content", content.toString())
            .with("accepted.node", name)
            .with("accepted.linger", "PT5S")
            .with("accepted.keep-alive", "4000"));
  }

  /** All clients have one address here, and look more often than they are told to, to see more. */
  private ServerSetup setup(String name) {
    return ServerSetup.of(server, war, folder(name))
        .with(StepsType.FOLDER, steps.toString())
        .with("accepted.throttle", "false");
  }

  /** Each site has its own. */
  private Path folder(String name) {
    return options.folder().resolve("site-" + sites).resolve(name);
  }

  @Override
  public void close() throws IOException {
    Site last = site;
    site = null;
    if (last != null) {
      last.close();
    }
  }
}
