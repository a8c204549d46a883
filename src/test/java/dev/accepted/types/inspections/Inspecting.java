package dev.accepted.types.inspections;

import dev.accepted.config.TestSettings;
import dev.accepted.job.RecordingContext;
import dev.accepted.outbound.AddressRules;
import dev.accepted.outbound.CheckedNames;
import dev.accepted.outbound.NameResolver;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Inspections for tests, of what is on this machine. */
public final class Inspecting {

  private final RecordingContext context;
  private final InspectionType type;

  /** Allowed to call 127.0.0.1. */
  public Inspecting(Path folder) {
    this(folder, "127.0.0.1", NameResolver.SYSTEM);
  }

  /** Allowed to call that, too. */
  public Inspecting(Path folder, String allow, NameResolver names) {
    AddressRules rules =
        new AddressRules(
            TestSettings.in(folder, Map.of("accepted.inspections.allow", allow)).inspections());
    type = new InspectionType(new CheckedNames(names, rules));
    context = new RecordingContext(folder);
    context.clock().set(Instant.now());
  }

  public RecordingContext context() {
    return context;
  }

  public InspectionType type() {
    return type;
  }

  /** Reads parameters; apostrophes stand for quotes. */
  public static InspectionParameters parameters(String json) throws Exception {
    try (var jsonb = JsonbBuilder.create()) {
      return jsonb.fromJson(json.replace('\'', '"'), InspectionParameters.class);
    }
  }

  /** The report; apostrophes stand for quotes. */
  public JsonObject inspect(String json) throws Exception {
    InspectionParameters parameters = parameters(json);
    type.validate(parameters, null);
    type.run(parameters, context);
    try (JsonReader reader = Json.createReader(new StringReader(context.result().text()))) {
      return reader.readObject();
    }
  }

  /** The ids of the findings of that severity. */
  public static List<String> ids(JsonObject report, String severity) {
    return report.getJsonArray("findings").stream()
        .map(finding -> finding.asJsonObject())
        .filter(finding -> finding.getString("severity").equals(severity))
        .map(finding -> finding.getString("id"))
        .toList();
  }
}
