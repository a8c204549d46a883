package dev.accepted.types.inspections.rules;

import dev.accepted.types.inspections.dialogue.Transcript;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Rules {

  private static final List<Rule> ALL =
      Stream.of(
              SubmissionRules.ALL,
              IdempotencyRules.ALL,
              AccessRules.ALL,
              WaitingRules.ALL,
              MonitorRules.ALL,
              EndingRules.ALL,
              CachingRules.ALL,
              ResultRules.ALL,
              MessageRules.ALL,
              MethodRules.ALL,
              ErrorRules.ALL,
              CrossOriginRules.ALL,
              CancelRules.ALL,
              RemovalRules.ALL)
          .flatMap(Collection::stream)
          .toList();

  private Rules() {}

  /** In the order in which they are told. */
  public static List<Rule> all() {
    return ALL;
  }

  /** What is wrong, the worst first. */
  public static List<Finding> findings(Transcript transcript) {
    return ALL.stream()
        .flatMap(rule -> rule.find(transcript).stream())
        .sorted(Comparator.comparing(finding -> finding.rule().severity()))
        .toList();
  }
}
