package dev.accepted.faults.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All outcomes, as a table for people and as JSON for machines. */
public final class Outcomes {

  private static final String ROW =
      "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n";

  private Outcomes() {}

  /** A page of Markdown, which reads well on a terminal, too. */
  public static String table(List<String> facts, List<Outcome> outcomes) {
    StringBuilder page = new StringBuilder("%n".formatted());
    facts.forEach(fact -> page.append("- %s%n".formatted(fact)));
    page.append(
        "%n%s"
            .formatted(
                ROW.formatted(
                    "fault",
                    "site",
                    "injected",
                    "requests",
                    "acknowledged",
                    "503",
                    "not taken",
                    "broken off",
                    "too slow",
                    "lost",
                    "twice",
                    "other promises broken",
                    "ms to submit / to finish",
                    "passed")));
    page.append("|---".repeat(14)).append("|%n".formatted());
    outcomes.forEach(outcome -> page.append(row(outcome)));
    outcomes.forEach(outcome -> words(outcome, page));
    return page.toString();
  }

  private static String row(Outcome one) {
    return ROW.formatted(
        one.fault(),
        one.site(),
        one.injected(),
        one.requests(),
        one.acknowledged(),
        one.turnedAway(),
        one.refused(),
        one.brokenOff(),
        one.slow(),
        one.lost(),
        one.twice(),
        one.broken(),
        one.millisToSubmit() + " / " + one.millisToFinish(),
        one.passed() ? "yes" : "NO");
  }

  /** One line with everything, as soon as it is known. */
  public static String line(Outcome one) {
    return ("%s %s: %d injected in %d s, %d requests, %d acknowledged, %d answered 503, %d not taken,"
            + " %d broken off, %d too slow, %d lost, %d twice, %d other promises broken,"
            + " %d ms to the next submission, %d ms to the next end; %s")
        .formatted(
            one.passed() ? "passed" : "FAILED",
            one.fault(),
            one.injected(),
            one.seconds(),
            one.requests(),
            one.acknowledged(),
            one.turnedAway(),
            one.refused(),
            one.brokenOff(),
            one.slow(),
            one.lost(),
            one.twice(),
            one.broken(),
            one.millisToSubmit(),
            one.millisToFinish(),
            String.join("; ", one.notes()));
  }

  private static void words(Outcome one, StringBuilder page) {
    if (!one.notes().isEmpty() || !one.findings().isEmpty()) {
      page.append("%n%s%n".formatted(one.fault()));
      one.notes().forEach(note -> page.append("- %s%n".formatted(note)));
      one.findings().forEach(finding -> page.append("- %s%n".formatted(finding)));
    }
  }

  /** Writes the JSON. */
  public static void write(List<String> facts, List<Outcome> outcomes, Path file)
      throws IOException {
    JsonArrayBuilder all = Json.createArrayBuilder();
    outcomes.forEach(outcome -> all.add(json(outcome)));
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("facts", Json.createArrayBuilder(facts)).add("faults", all);
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createWriter(Files.newBufferedWriter(file))) {
      writer.write(json.build());
    }
  }

  private static JsonObjectBuilder json(Outcome one) {
    return Json.createObjectBuilder()
        .add("fault", one.fault())
        .add("site", one.site())
        .add("passed", one.passed())
        .add("injected", one.injected())
        .add("seconds", one.seconds())
        .add("requests", one.requests())
        .add("acknowledged", one.acknowledged())
        .add("answered503", one.turnedAway())
        .add("notTaken", one.refused())
        .add("brokenOff", one.brokenOff())
        .add("tooSlow", one.slow())
        .add("lost", one.lost())
        .add("twice", one.twice())
        .add("otherPromisesBroken", one.broken())
        .add("millisToSubmit", one.millisToSubmit())
        .add("millisToFinish", one.millisToFinish())
        .add("notes", Json.createArrayBuilder(one.notes()))
        .add("findings", Json.createArrayBuilder(one.findings()));
  }
}
