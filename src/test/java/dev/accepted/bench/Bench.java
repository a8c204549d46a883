package dev.accepted.bench;

import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.ResultsFile;
import dev.accepted.bench.report.Table;
import dev.accepted.bench.server.Deployment;
import dev.accepted.bench.server.Folders;
import dev.accepted.bench.server.Machine;
import dev.accepted.bench.server.Subject;
import dev.accepted.server.ServerSetup;
import dev.accepted.server.WildFly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs it all, prints the table, and writes it to {@code target/bench}. */
public final class Bench {

  private final Options options = Options.read();
  private final Path folder = Options.path("folder");
  private final Report report = new Report();

  private Bench() {}

  /** Takes no arguments; see {@link Options}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Bench().run();
  }

  private void run() throws IOException, InterruptedException {
    Folders.empty(folder);
    facts();
    try (Subject subject = Subject.start(setup("main"), options.stores())) {
      measure(subject);
    }
    ResultsFile.write(report, folder.resolve("results.json"));
    String page = Table.of(report);
    Files.writeString(folder.resolve("results.md"), page);
    System.out.println(page);
  }

  private void facts() {
    report.fact("machine", Machine.facts());
    report.fact("rounds", options.rounds() + " of " + options.seconds() + " s");
    report.fact("server", "WildFly, -Xmx512m, " + options.settings());
  }

  private ServerSetup setup(String name) {
    Path war = Deployment.withSubject(Options.path("war"), folder.resolve("bench.war"));
    ServerSetup setup =
        ServerSetup.of(new WildFly(Options.path("home")), war, folder.resolve(name))
            .with("accepted.slots", "40");
    for (var setting : options.settings().entrySet()) {
      setup = setup.with(setting.getKey(), setting.getValue());
    }
    return setup;
  }

  private void measure(Subject subject) throws IOException, InterruptedException {
    Requests requests = new Requests(subject, options);
    Starting starting = new Starting(subject, options);
    requests.warm();
    for (int round = 0; round < options.rounds(); round++) {
      requests.round();
      starting.round();
    }
    requests.report(report);
    starting.report(report);
  }
}
