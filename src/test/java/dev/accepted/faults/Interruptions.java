package dev.accepted.faults;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What became of the attempts that were cut off.
 *
 * @param attempts how many
 * @param longest from the moment when a server was cut off to the next attempt's turn; zero if
 *     there was none
 */
record Interruptions(int attempts, Duration longest) {

  /**
   * As the jobs tell.
   *
   * @param cuts when servers were cut off, in order
   */
  static Interruptions in(List<JsonObject> jobs, List<Instant> cuts) {
    List<Instant> found =
        jobs.stream()
            .filter(job -> job.containsKey("error"))
            .flatMap(
                job ->
                    job
                        .getJsonObject("error")
                        .getJsonArray("attempts")
                        .getValuesAs(JsonObject.class)
                        .stream())
            .filter(attempt -> attempt.getString("code").equals("interrupted"))
            .map(attempt -> Instant.parse(attempt.getString("at")))
            .toList();
    Duration longest =
        found.stream()
            .map(at -> sinceLast(cuts, at))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return new Interruptions(found.size(), longest);
  }

  private static Duration sinceLast(List<Instant> cuts, Instant at) {
    return cuts.stream()
        .filter(cut -> cut.isBefore(at))
        .reduce((earlier, later) -> later)
        .map(cut -> Duration.between(cut, at))
        .orElse(Duration.ZERO);
  }

  String words() {
    return "%d attempts were cut off%s"
        .formatted(
            attempts, longest.isZero() ? "" : ", rescued within " + longest.toMillis() + " ms");
  }
}
