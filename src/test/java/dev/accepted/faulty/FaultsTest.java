package dev.accepted.faulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.types.inspections.rules.Rule;
import dev.accepted.types.inspections.rules.Rules;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The faults as data: each says what it does, and changes something. */
class FaultsTest {

  private static final Set<String> RULES =
      Rules.all().stream().map(Rule::id).collect(Collectors.toSet());

  @Test
  void thereIsOneForNearlyEveryRule() {
    assertThat(Faults.all()).hasSizeGreaterThanOrEqualTo(90);
    assertThat(Faults.all().stream().map(Fault::rule).distinct())
        .isSubsetOf(RULES)
        .hasSizeGreaterThanOrEqualTo(RULES.size() - 12);
  }

  @Test
  void eachHasANameASentenceAndAnEffect() {
    assertThat(Faults.all())
        .allSatisfy(
            fault -> {
              assertThat(fault.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(fault.what()).matches("[^.].*\\.");
              assertThat(hasEffect(fault)).as(fault.name()).isTrue();
              assertThat(Faults.named(fault.name())).contains(fault);
            });
    assertThat(Faults.named("none")).isEmpty();
  }

  private static boolean hasEffect(Fault fault) {
    Change change = fault.change();
    return !fault.delay().isZero()
        || !fault.unheard().isEmpty()
        || !fault.unsaid().isEmpty()
        || change.status() > 0
        || !change.drop().isEmpty()
        || !change.set().isEmpty()
        || !change.members().isEmpty()
        || change.body().isPresent()
        || change.twist().isPresent();
  }

  @Test
  void turnsAreCountedFromOne() {
    assertThat(new Turn(1, 1, 1).isOf(1)).isTrue();
    assertThat(new Turn(1, 1, 1).isOf(2)).isFalse();
    assertThat(new Turn(2, 9, 1).isOf(1)).isFalse();
    assertThat(new Turn(1, 9, 3).isOf(2)).isFalse();
    assertThat(new Turn(1, 9, 3).isOf(6)).isTrue();
    assertThat(Turn.ALWAYS.counts()).isFalse();
  }
}
