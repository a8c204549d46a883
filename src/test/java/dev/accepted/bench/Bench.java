package dev.accepted.bench;

import dev.accepted.bench.load.Connections;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.ResultsFile;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.report.Table;
import dev.accepted.bench.server.Machine;
import dev.accepted.bench.server.Subject;
import dev.accepted.server.Folders;
import dev.accepted.server.Postgres;
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
      List.of("requests", "latency", "rest", "waiting", "crowd", "transfer");

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
    section("postgres", this::onPostgres);
    section("start", this::starts);
    section("backlog", this::backlogs);
    section("offenders", this::offenders);
    section("lists", () -> new Lists(options, folder.resolve("lists")).run(report));
    Series broken = Series.of(Connections.brokenOff());
    report.add(Line.of("errors", "connections that a server broke off", "in all", broken));
    write();
    System.out.println(Table.of(report));
  }

  private void load(Subject subject) throws IOException, InterruptedException {
    Requests requests = new Requests(subject, options);
    Progress.say("warming up");
    requests.warm();
    section("requests", () -> requests(requests));
    section("latency", () -> latency(new Starting(subject, options)));
    section("rest", () -> Rest.run(subject, REST_ROUNDS * options.seconds(), report));
    section("waiting", () -> new Waiting(subject, options).run(report));
    section("crowd", () -> new Crowd(subject, options).run(report));
    section("transfer", () -> transfer(new Transfer(subject, folder, options.bytes())));
  }

  private void onPostgres() throws IOException, InterruptedException {
    try (Postgres database = Postgres.in(folder.resolve("database"));
        Subject subject =
            Subject.start(setups.shared("shared", database), List.of(database.pid()))) {
      OnPostgres rows = new OnPostgres(subject, options);
      rows.warm();
      rounds(options.rounds(), round -> rows.round());
      rows.report(report);
    }
  }

  private void requests(Requests requests) throws IOException, InterruptedException {
    rounds(options.rounds(), round -> requests.round());
    requests.report(report);
  }

  private void latency(Starting starting) throws IOException, InterruptedException {
    rounds(
        options.rounds(),
        round -> {
          starting.ceilingRound();
          starting.round();
        });
    starting.report(report, "latency");
  }

  private void transfer(Transfer transfer) throws IOException, InterruptedException {
    transfer.prepare();
    rounds(options.starts(), round -> transfer.round());
    transfer.report(report);
  }

  private void starts() throws IOException, InterruptedException {
    Startup startup = new Startup();
    rounds(
        options.starts(),
        round -> startup.round(setups.product("start-" + round), setups.empty("empty-" + round)));
    startup.report(report);
  }

  private void offenders() throws IOException, InterruptedException {
    try (Subject served = Subject.start(setups.measured("served"), List.of());
        Subject strict = Subject.start(setups.strict("strict"), List.of());
        Subject lenient = Subject.start(setups.lenient("lenient"), List.of());
        Subject bare = Subject.start(setups.bare("bare"), List.of())) {
      Offending rows = new Offending(served, strict, lenient, bare, options);
      rows.warm();
      rounds(options.rounds(), round -> rows.round());
      rows.report(report);
    }
  }

  private void backlogs() throws IOException, InterruptedException {
    Path plot = folder.resolve("backlog.png");
    new Backlogs(options).run(size -> setups.measured("backlog-" + size), report, plot);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private interface Round {
    void run(int number) throws IOException, InterruptedException;
  }

  /** What has been measured is written after each section: a run that breaks off leaves that. */
  private void section(String name, Work work) throws IOException, InterruptedException {
    if (options.wants(name)) {
      Progress.say(name);
      work.run();
      write();
    }
  }

  private void write() throws IOException {
    ResultsFile.write(report, folder.resolve("results.json"));
    Files.writeString(folder.resolve("results.md"), Table.of(report));
  }

  private static void rounds(int number, Round work) throws IOException, InterruptedException {
    for (int round = 0; round < number; round++) {
      Progress.say("  round %d of %d".formatted(round + 1, number));
      work.run(round);
    }
  }

  private void facts() {
    report.fact("date", Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES).toString());
    report.fact("machine", Machine.facts());
    report.fact("rounds", "%d of %s s".formatted(options.rounds(), options.seconds()));
    report.fact("connections", Integer.toString(options.connections()));
    report.fact(
        "server",
        "WildFly, -Xmx512m -XX:+UseParallelGC, the embedded database; settings "
            + options.settings());
  }
}
