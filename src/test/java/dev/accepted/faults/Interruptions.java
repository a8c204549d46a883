package dev.accepted.faults;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * How many attempts were cut off.
 *
 * @param attempts by the end of a server
 * @param jobs that had such attempts
 */
record Interruptions(int attempts, int jobs) {

  static Interruptions in(List<JsonObject> jobs) {
    int attempts = 0;
    int hit = 0;
    for (JsonObject job : jobs) {
      int cut = job.containsKey("error") ? cut(job.getJsonObject("error")) : 0;
      attempts += cut;
      hit += cut > 0 ? 1 : 0;
    }
    return new Interruptions(attempts, hit);
  }

  private static int cut(JsonObject error) {
    return (int)
        error.getJsonArray("attempts").getValuesAs(JsonObject.class).stream()
            .filter(attempt -> attempt.getString("code").equals("interrupted"))
            .count();
  }

  List<String> words() {
    return List.of("%d attempts of %d jobs were cut off".formatted(attempts, jobs));
  }
}
