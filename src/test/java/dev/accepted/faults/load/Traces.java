package dev.accepted.faults.load;

import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.subject.StepsType;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** What jobs that count their steps have left outside the server. */
final class Traces {

  private final Path folder;
  private final Findings findings;
  private int repeated;

  Traces(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  /** How many steps were done again, and found to be done. */
  int repeated() {
    return repeated;
  }

  /** Each step has to have been done once, in some attempt; all of them if the job succeeded. */
  void check(Entry entry, JsonObject job) throws IOException {
    Path traces = folder.resolve(entry.order().key());
    Path history = traces.resolve(StepsType.HISTORY);
    BitSet made = new BitSet();
    int attempts = 0;
    for (String line : Files.exists(history) ? Files.readAllLines(history) : List.<String>of()) {
      String[] words = line.split(" ", 3);
      int step = Integer.parseInt(words[2]);
      attempts = Math.max(attempts, Integer.parseInt(words[1]));
      switch (words[0]) {
        case "start" -> started(entry, step, traces, line);
        case "made" -> made(entry, step, made, line);
        case "found" -> repeated++;
        default -> {}
      }
    }
    if (job.getString("status").equals("succeeded")) {
      all(entry, made, traces);
      if (attempts != job.getInt("attempt")) {
        findings.add(
            Kind.TWICE,
            "%s succeeded in attempt %d, and attempt %d was run",
            entry.id(),
            job.getInt("attempt"),
            attempts);
      }
    }
  }

  private void started(Entry entry, int checkpoint, Path traces, String line) {
    for (int step = 0; step < checkpoint; step++) {
      if (!Files.exists(traces.resolve(Integer.toString(step)))) {
        findings.add(Kind.LOST, "%s: step %d was never done before: %s", entry.id(), step, line);
      }
    }
  }

  private void made(Entry entry, int step, BitSet made, String line) {
    if (made.get(step)) {
      findings.add(Kind.TWICE, "%s: %s, once more", entry.id(), line);
    }
    made.set(step);
  }

  /** A server that was killed between a step and its line has done the step all the same. */
  private void all(Entry entry, BitSet made, Path traces) {
    for (int step = 0; step < entry.order().steps(); step++) {
      if (!Files.exists(traces.resolve(Integer.toString(step)))) {
        findings.add(
            Kind.LOST,
            "%s succeeded without step %d (noted: %s)",
            entry.id(),
            step,
            made.get(step));
      }
    }
  }
}
