package dev.accepted.types.bulk;

import dev.accepted.job.BulkActions.Reason;
import dev.accepted.job.BulkActions.Step;
import dev.accepted.job.JobId;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far a bulk operation has come: what it leaves for the next attempt, and in the end its
 * result.
 *
 * @param last the last job that was looked at
 * @param total how many jobs matched when it began
 * @param matched how many were looked at
 * @param changed with how many of them it was done
 * @param unchanged the others, by the reason
 */
record Tally(
    Optional<JobId> last, long total, long matched, long changed, Map<Reason, Long> unchanged) {

  private static final String LAST = "last";
  private static final String TOTAL = "total";
  private static final String MATCHED = "matched";
  private static final String CHANGED = "changed";
  private static final String UNCHANGED = "unchanged";
  private static final JsonProvider JSON = JsonProvider.provider();

  Tally {
    unchanged = Map.copyOf(unchanged);
  }

  /** Nothing is done yet. */
  static Tally of(long total) {
    return new Tally(Optional.empty(), total, 0, 0, Map.of());
  }

  Tally plus(Step step) {
    Map<Reason, Long> all = new EnumMap<>(Reason.class);
    all.putAll(unchanged);
    step.unchanged().forEach((reason, number) -> all.merge(reason, (long) number, Long::sum));
    return new Tally(
        step.last().or(() -> last), total, matched + step.matched(), changed + step.changed(), all);
  }

  /** For the next attempt. */
  String text() {
    var json = JSON.createObjectBuilder().add(TOTAL, total);
    last.ifPresent(id -> json.add(LAST, id.toString()));
    return json.addAll(JSON.createObjectBuilder(result())).build().toString();
  }

  /** What an attempt before has left. */
  static Tally read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Map<Reason, Long> unchanged = new EnumMap<>(Reason.class);
      JsonObject reasons = json.getJsonObject(UNCHANGED);
      for (Reason reason : Reason.values()) {
        if (reasons.containsKey(wireName(reason))) {
          unchanged.put(reason, reasons.getJsonNumber(wireName(reason)).longValue());
        }
      }
      return new Tally(
          Optional.ofNullable(json.getString(LAST, null)).flatMap(JobId::parse),
          json.getJsonNumber(TOTAL).longValue(),
          json.getJsonNumber(MATCHED).longValue(),
          json.getJsonNumber(CHANGED).longValue(),
          unchanged);
    }
  }

  /** What the job's client gets of it. */
  JsonObject result() {
    var reasons = JSON.createObjectBuilder();
    for (Reason reason : Reason.values()) {
      if (unchanged.containsKey(reason)) {
        reasons.add(wireName(reason), unchanged.get(reason));
      }
    }
    return JSON.createObjectBuilder()
        .add(MATCHED, matched)
        .add(CHANGED, changed)
        .add(UNCHANGED, reasons)
        .build();
  }

  private static String wireName(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
