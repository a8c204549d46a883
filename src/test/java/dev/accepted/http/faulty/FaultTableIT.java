package dev.accepted.http.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Faults;
import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.server.ServerProcess;
import dev.accepted.server.ServerSetup;
import dev.accepted.types.inspections.InspectorDocument;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The server inspects itself: once as it is, and once with each fault. Each is found by the rule
 * that is made for it, and by no other; the table of it stands in the documentation.
 */
class FaultTableIT {

  /** Shows only when a server has been started again, which {@link FaultyIT} does. */
  private static final String RESTART = "forgotten-after-restart";

  /** What is found without any fault, on purpose: see InspectionsIT. */
  private static final Set<String> ALWAYS = Set.of("cors-missing", "impatient-not-throttled");

  /** Those that show only in a job of some length. */
  private static final Map<String, String> SCRIPTS =
      Map.of(
          "500-now-and-then", "{\"duration\":\"PT6S\"}",
          "long-poll-ignored", "{\"duration\":\"PT5S\"}",
          "etag-unchanged", "{\"duration\":\"PT6S\",\"steps\":30}");

  /** Those with which a second job to be canceled would take too long, or be over before. */
  private static final Set<String> ALONE =
      Set.of("never-finished", "retry-after-exaggerated", "monitor-hangs", "submission-slow");

  private static final int LOOKS = 12;
  private static final Map<String, JsonObject> REPORTS = new LinkedHashMap<>();
  private static ServerProcess process;
  private static Api api;

  @BeforeAll
  static void inspect() throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "faults"));
    ServerSetup setup =
        ServerSetup.in(Files.createTempDirectory(folder, "server"))
            .with("accepted.inspections.allow", "127.0.0.1,localhost")
            .with("accepted.throttle", "false") // all of it comes from one address
            .with("accepted.slots", "64")
            .with("accepted.types.inspection.slots", "12");
    process = ServerProcess.start(setup);
    api = new Api(setup.url());
    List<String> names = new ArrayList<>(ALONE);
    Faults.all().stream()
        .map(Fault::name)
        .filter(name -> !ALONE.contains(name))
        .forEach(names::add);
    names.remove(RESTART);
    Map<String, String> jobs = new LinkedHashMap<>();
    jobs.put("", submit("/api/simulations", ""));
    names.forEach(name -> jobs.put(name, submit("/api/faulty/" + name + "/simulations", name)));
    jobs.forEach((name, job) -> REPORTS.put(name, report(job)));
  }

  @AfterAll
  static void stop() {
    if (process != null) {
      process.close();
    }
  }

  private static String submit(String path, String fault) {
    Answer accepted =
        api.postJson(
            "/api/inspections",
            """
            {"url": "%s%s", "body": %s, "allowCancel": %s, "allowRemoval": true}
            """
                .formatted(
                    process.url(),
                    path,
                    SCRIPTS.getOrDefault(fault, "{\"duration\":\"PT2S\",\"steps\":2}"),
                    !ALONE.contains(fault)));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    return "/api/jobs/" + accepted.text("id");
  }

  private static JsonObject report(String job) {
    JsonObject status = JsonObject.EMPTY_JSON_OBJECT;
    for (int i = 0; i < LOOKS && !status.containsKey("finishedAt"); i++) {
      status = api.get(job + "/status", "Prefer", "wait=20").json();
    }
    assertThat(status.getString("status")).as(status.toString()).isEqualTo("succeeded");
    return api.get(job + "/result").json();
  }

  private static Set<String> found(String fault) {
    Set<String> ids =
        REPORTS.get(fault).getJsonArray("findings").getValuesAs(JsonObject.class).stream()
            .map(finding -> finding.getString("id"))
            .collect(Collectors.toCollection(TreeSet::new));
    ids.removeAll(ALWAYS);
    return ids;
  }

  @Test
  void findsNothingWithoutAFault() {
    assertThat(found("")).as(REPORTS.get("").toString()).isEmpty();
    assertThat(REPORTS.get("").getString("grade")).isEqualTo("A");
  }

  @Test
  void eachIsFoundByItsRuleAndByNoOther() {
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    Map<String, Set<String>> seen = new LinkedHashMap<>();
    for (Fault fault : Faults.all()) {
      if (!fault.name().equals(RESTART)) {
        expected.put(fault.name(), Set.of(fault.rule()));
        seen.put(fault.name(), found(fault.name()));
      }
    }

    assertThat(seen).containsExactlyEntriesOf(expected);
  }

  @Test
  void theDocumentSaysWhatWasSeen() throws Exception {
    StringBuilder table = new StringBuilder();
    table.append("| fault | what is wrong | the rule made for it | found | falsely found |\n");
    table.append("|---|---|---|---|---|\n");
    table.append("| none | | | | %s |\n".formatted(listed(found(""))));
    for (Fault fault : Faults.all()) {
      table.append(row(fault));
    }
    InspectorDocument.assertSays("the simulator's faults", table.toString());
  }

  private static String row(Fault fault) {
    if (fault.name().equals(RESTART)) {
      return line(fault, "not inspected: it takes a restart, and `FaultyIT` looks", "");
    }
    Set<String> found = found(fault.name());
    boolean hit = found.remove(fault.rule());
    return line(fault, hit ? "found" : "not found", listed(found));
  }

  private static String line(Fault fault, String found, String falsely) {
    return "| `%s` | %s | `%s` | %s | %s |\n"
        .formatted(
            fault.name(), InspectorDocument.cell(fault.what()), fault.rule(), found, falsely);
  }

  private static String listed(Set<String> rules) {
    return rules.isEmpty()
        ? "nothing"
        : rules.stream().map(rule -> '`' + rule + '`').collect(Collectors.joining(", "));
  }
}
