package dev.accepted.faults;

import dev.accepted.bench.server.Machine;
import dev.accepted.faults.report.Outcome;
import dev.accepted.faults.report.Outcomes;
import dev.accepted.server.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tries all faults, prints what came of each, and writes it to {@code target/faults}. */
public final class Faults {

  private final Options options = Options.read();
  private final Path folder = Folders.empty(options.folder());
  private final List<Outcome> outcomes = new ArrayList<>();

  private Faults() throws IOException {}

  /** Takes no arguments; see {@link Options}. Ends with 1 if a promise was not kept. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(new Faults().run() ? 0 : 1);
  }

  /** In an order that lets one take over what the one before has used. */
  private List<Fault> all(Grounds grounds) {
    List<Fault> all =
        List.of(
            new Kill(),
            new Power(grounds),
            new FullDisk(),
            new KillNode(),
            new Freeze(),
            new DatabaseRestart(),
            new Cut(),
            new Roll(),
            new Streams(),
            new Receivers());
    List<String> names = all.stream().map(Fault::name).toList();
    if (!names.containsAll(options.only())) {
      throw new IllegalArgumentException("the faults are " + names + ", not " + options.only());
    }
    return all;
  }

  private boolean run() throws IOException, InterruptedException {
    try (Grounds grounds = new Grounds(options)) {
      for (Fault fault : all(grounds)) {
        if (options.wants(fault.name())) {
          tell(attempt(fault, grounds));
        }
      }
    }
    System.out.println(Outcomes.table(facts(), outcomes));
    return outcomes.stream().allMatch(Outcome::passed);
  }

  /** What can't be run has failed: nothing is left out silently. */
  private Outcome attempt(Fault fault, Grounds grounds) throws IOException, InterruptedException {
    Trial trial;
    try {
      trial = new Trial(fault, grounds.on(fault.ground()), options);
    } catch (IOException | RuntimeException e) {
      return Outcome.failed(fault.name(), fault.ground().toString(), e);
    }
    Outcome outcome = trial.run();
    if (trial.isBroken()) {
      grounds.close();
    }
    return outcome;
  }

  private void tell(Outcome outcome) throws IOException {
    outcomes.add(outcome);
    System.out.println(Outcomes.line(outcome));
    outcome.findings().forEach(finding -> System.out.println("  " + finding));
    Outcomes.write(facts(), outcomes, folder.resolve("results.json"));
    Files.writeString(folder.resolve("results.md"), Outcomes.table(facts(), outcomes));
  }

  private List<String> facts() {
    return List.of(
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES).toString(),
        Machine.facts(),
        options.quick() ? "short form" : "%s for each fault".formatted(options.each()),
        "seed " + options.seed());
  }
}
