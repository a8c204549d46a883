package dev.accepted.bench;

import dev.accepted.bench.load.Connections;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.ResultsFile;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.report.Table;
import dev.accepted.bench.server.Folders;
import dev.accepted.bench.server.Machine;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Runs it all, prints the table, and writes it to {@code target/bench}. */
public final class Bench {

  private static final double REST_ROUNDS = 2;
  private static final List<String> LOADED =
      List.of("requests", "latency", "waiting", "transfer", "rest");

  private final Options options = Options.read();
  private final Path folder = Folders.empty(Options.path("folder"));
  private final Setups setups = new Setups(options, folder);
  private final Report report = new Report();

  private Bench() throws IOException {}

  /** Takes no arguments; see {@link Options}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Bench().run();
  }

  private void run() throws IOException, InterruptedException {
    facts();
    if (LOADED.stream().anyMatch(options::wants)) {
      try (Subject subject = Subject.start(setups.measured("loaded"), options.stores())) {
        load(subject);
      }
    }
    if (options.wants("start")) {
      starts();
    }
    if (options.wants("backlog")) {
      new Backlogs(options)
          .run(size -> setups.measured("backlog-" + size), report, folder.resolve("backlog.png"));
    }
    write();
  }

  private void load(Subject subject) throws IOException, InterruptedException {
    Requests requests = new Requests(subject, options);
    requests.warm();
    if (options.wants("requests")) {
      for (int round = 0; round < options.rounds(); round++) {
        requests.round();
      }
      requests.report(report);
    }
    if (options.wants("latency")) {
      Starting starting = new Starting(subject, options);
      for (int round = 0; round < options.rounds(); round++) {
        starting.ceilingRound();
        starting.round();
      }
      starting.report(report, "latency");
    }
    if (options.wants("waiting")) {
      new Waiting(subject, options).run(report);
    }
    if (options.wants("transfer")) {
      transfer(subject);
    }
    if (options.wants("rest")) {
      Rest.run(subject, REST_ROUNDS * options.seconds(), report);
    }
    Series broken = Series.of(Connections.brokenOff());
    report.add(Line.of("errors", "connections that the server broke off", "in all", broken));
  }

  private void transfer(Subject subject) throws IOException, InterruptedException {
    Transfer transfer = new Transfer(subject, folder, options.bytes());
    transfer.prepare();
    for (int round = 0; round < options.starts(); round++) {
      transfer.round();
    }
    transfer.report(report);
  }

  private void starts() throws IOException, InterruptedException {
    Startup startup = new Startup();
    for (int round = 0; round < options.starts(); round++) {
      startup.round(setups.product("start-" + round), setups.empty("empty-" + round));
    }
    startup.report(report);
  }

  private void facts() {
    report.fact("date", Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES).toString());
    report.fact("machine", Machine.facts());
    report.fact("rounds", "%d of %s s".formatted(options.rounds(), options.seconds()));
    report.fact("connections", Integer.toString(options.connections()));
    report.fact(
        "server", "WildFly, -Xmx512m, the embedded database; settings " + options.settings());
  }

  private void write() throws IOException {
    ResultsFile.write(report, folder.resolve("results.json"));
    String page = Table.of(report);
    Files.writeString(folder.resolve("results.md"), page);
    System.out.println(page);
  }
}
