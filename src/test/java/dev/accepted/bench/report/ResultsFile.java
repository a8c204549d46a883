package dev.accepted.bench.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The report for machines: every figure of every round, in JSON. */
public final class ResultsFile {

  private ResultsFile() {}

  /** Writes it. */
  public static void write(Report report, Path file) throws IOException {
    JsonObjectBuilder facts = Json.createObjectBuilder();
    report.facts().forEach(facts::add);
    JsonArrayBuilder lines = Json.createArrayBuilder();
    report.lines().forEach(line -> lines.add(line(line)));
    JsonObject all = Json.createObjectBuilder().add("facts", facts).add("lines", lines).build();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
            .createWriter(Files.newBufferedWriter(file))) {
      writer.write(all);
    }
  }

  private static JsonObjectBuilder line(Line line) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("section", line.section())
            .add("what", line.what())
            .add("unit", line.unit())
            .add("figures", series(line.figures()));
    if (line.ceiling() != null) {
      json.add("ceiling", series(line.ceiling()));
      json.add("ratio", series(line.ratios().orElseThrow()));
    }
    if (line.goal() != null) {
      json.add(line.goal().ofCeiling() ? "goalRatio" : "goal", line.goal().most());
    }
    line.met().ifPresent(met -> json.add("met", met));
    if (line.others() != null) {
      json.add("othersPercentOfCore", series(line.others()));
    }
    return json;
  }

  private static JsonObjectBuilder series(Series series) {
    JsonArrayBuilder rounds = Json.createArrayBuilder();
    series.values().forEach(rounds::add);
    return Json.createObjectBuilder()
        .add("median", series.median())
        .add("least", series.least())
        .add("most", series.most())
        .add("rounds", rounds);
  }
}
