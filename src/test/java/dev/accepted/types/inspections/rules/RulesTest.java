package dev.accepted.types.inspections.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.faulty.Fault;
import dev.accepted.types.inspections.InspectorDocument;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds what it is there for, and finds nothing where nothing is wrong. */
class RulesTest {

  private static final Map<String, UnaryOperator<Script>> FAULTS = Faults.all();

  @Test
  void nothingIsWrongWithAGoodApiThoughEveryRuleLooksAtIt() {
    Transcript good = Script.good().transcript();

    assertThat(Rules.findings(good)).isEmpty();
    assertThat(Rules.all()).allMatch(rule -> rule.applies(good));
    assertThat(Grade.of(List.of())).isEqualTo(Grade.A);
  }

  @Test
  void everyRuleHasAFaultAndNoOther() {
    assertThat(FAULTS.keySet())
        .containsExactlyInAnyOrderElementsOf(Rules.all().stream().map(Rule::id).toList());
    assertThat(FAULTS).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void findsWhatIsWrongAndSaysWhere(String id) {
    Transcript broken = FAULTS.get(id).apply(Script.good()).transcript();

    assertThat(Rules.findings(broken))
        .filteredOn(finding -> finding.rule().id().equals(id))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.exchanges())
                    .isNotEmpty()
                    .allMatch(index -> index >= 1 && index <= broken.exchanges().size()));
  }

  /** A fault is a rule's own: it doesn't set off half of the others. */
  @ParameterizedTest
  @MethodSource("ids")
  void findsLittleElse(String id) {
    Transcript broken = FAULTS.get(id).apply(Script.good()).transcript();

    assertThat(Rules.findings(broken)).hasSizeLessThanOrEqualTo(6);
  }

  static Stream<String> ids() {
    return FAULTS.keySet().stream();
  }

  /** Those that no answer of this server's simulator can break are shown by scripts alone. */
  @Test
  void theDocumentSaysWhatIsFoundInScripts() throws Exception {
    Set<String> simulated =
        dev.accepted.faulty.Faults.all().stream().map(Fault::rule).collect(Collectors.toSet());
    StringBuilder table = new StringBuilder();
    table.append(
        "| rule | what the script has wrong | found | falsely found |\n|---|---|---|---|\n");
    for (Rule rule : Rules.all()) {
      if (!simulated.contains(rule.id())) {
        table.append(scripted(rule));
      }
    }
    InspectorDocument.assertSays("the scripted faults", table.toString());
  }

  private static String scripted(Rule rule) {
    List<String> found = new ArrayList<>(found(rule.id()));
    boolean hit = found.remove(rule.id());
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            rule.id(),
            rule.title(),
            hit ? "found" : "not found",
            found.isEmpty() ? "nothing" : String.join(", ", found));
  }

  private static List<String> found(String id) {
    Transcript broken = FAULTS.get(id).apply(Script.good()).transcript();
    return Rules.findings(broken).stream().map(finding -> finding.rule().id()).toList();
  }

  @Test
  void theDocumentListsAllRules() throws Exception {
    StringBuilder table = new StringBuilder();
    table.append(
        "| rule | severity | what is wrong, and why that matters | where it stands | what to do |\n");
    table.append("|---|---|---|---|---|\n");
    for (Rule rule : Rules.all()) {
      table.append(
          "| `%s` | %s%s | %s. %s | %s | %s |\n"
              .formatted(
                  rule.id(),
                  rule.severity().wireName(),
                  rule.isFatal() ? ", grade F" : "",
                  InspectorDocument.cell(rule.title()),
                  InspectorDocument.cell(rule.detail()),
                  rule.reference(),
                  InspectorDocument.cell(rule.remedy())));
    }
    InspectorDocument.assertSays("all rules", table.toString());
  }

  @Test
  void everyRuleSaysWhyAndWhatInstead() {
    assertThat(Rules.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
              assertThat(rule.detail()).endsWith(".");
              assertThat(rule.remedy()).endsWith(".");
            });
  }

  @Test
  void aRuleThatHasNothingToLookAtIsSilent() {
    Transcript cut = Script.good().without(Purpose.WRONG_METHOD).transcript();

    Rule rule =
        Rules.all().stream()
            .filter(one -> one.id().equals("wrong-method-accepted"))
            .findFirst()
            .orElseThrow();
    assertThat(rule.applies(cut)).isFalse();
    assertThat(rule.find(cut)).isEmpty();
  }

  @Test
  void theGradeFollowsErrorsAndWarnings() {
    assertThat(grade("cors-missing")).isEqualTo(Grade.A);
    assertThat(grade("set-cookie-on-poll", "percent-decreases")).isEqualTo(Grade.A);
    assertThat(grade("set-cookie-on-poll", "percent-decreases", "result-changes"))
        .isEqualTo(Grade.B);
    assertThat(grade("monitor-cacheable")).isEqualTo(Grade.C);
    assertThat(grade("monitor-cacheable", "head-with-body")).isEqualTo(Grade.D);
    assertThat(grade("monitor-cacheable", "head-with-body", "unknown-id-5xx", "early-result-200"))
        .isEqualTo(Grade.E);
    assertThat(grade("submission-refused")).isEqualTo(Grade.F);
  }

  private static Grade grade(String... ids) {
    return Grade.of(
        Stream.of(ids)
            .map(
                id ->
                    new Finding(
                        Rules.all().stream()
                            .filter(rule -> rule.id().equals(id))
                            .findFirst()
                            .orElseThrow(),
                        List.of(1)))
            .toList());
  }
}
