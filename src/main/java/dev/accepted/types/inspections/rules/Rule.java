package dev.accepted.types.inspections.rules;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that may be wrong.
 *
 * @param id stable; lower case with hyphens
 * @param title what is wrong, in a sentence
 * @param detail why it matters
 * @param reference the section of a specification; empty if none says so
 * @param remedy what to do
 * @param needs without an exchange of one of these, there is nothing to look at
 * @param isFatal whether nothing else could be looked at
 * @param check finds the exchanges in which it is wrong
 */
public record Rule(
    String id,
    Severity severity,
    String title,
    String detail,
    String reference,
    String remedy,
    Set<Purpose> needs,
    boolean isFatal,
    Function<Transcript, List<Exchange>> check) {

  /** Whether there was anything to look at. */
  public boolean applies(Transcript transcript) {
    return !transcript.of(needs).isEmpty();
  }

  /** What is wrong, if it is. */
  public Optional<Finding> find(Transcript transcript) {
    if (!applies(transcript)) {
      return Optional.empty();
    }
    List<Integer> seen =
        check.apply(transcript).stream().map(Exchange::index).distinct().sorted().toList();
    return seen.isEmpty() ? Optional.empty() : Optional.of(new Finding(this, seen));
  }

  static Draft error(String id, String title) {
    return new Draft(id, Severity.ERROR, title);
  }

  static Draft warning(String id, String title) {
    return new Draft(id, Severity.WARNING, title);
  }

  static Draft info(String id, String title) {
    return new Draft(id, Severity.INFO, title);
  }

  /** A rule of which not all is said yet. */
  static final class Draft {

    private final String id;
    private final Severity severity;
    private final String title;
    private String detail = "";
    private String reference = "";
    private String remedy = "";
    private boolean fatal;

    private Draft(String id, Severity severity, String title) {
      this.id = id;
      this.severity = severity;
      this.title = title;
    }

    Draft because(String why) {
      detail = why;
      return this;
    }

    Draft see(String section) {
      reference = section;
      return this;
    }

    Draft instead(String what) {
      remedy = what;
      return this;
    }

    Draft fatal() {
      fatal = true;
      return this;
    }

    /** Wrong wherever an exchange of these purposes is as the fault has it. */
    Rule in(Set<Purpose> purposes, Predicate<Exchange> fault) {
      return among(purposes, transcript -> transcript.of(purposes).stream().filter(fault).toList());
    }

    Rule in(Purpose purpose, Predicate<Exchange> fault) {
      return in(Set.of(purpose), fault);
    }

    /** Wrong as the whole transcript shows. */
    Rule among(Set<Purpose> purposes, Function<Transcript, List<Exchange>> check) {
      return new Rule(id, severity, title, detail, reference, remedy, purposes, fatal, check);
    }

    Rule among(Purpose purpose, Function<Transcript, List<Exchange>> check) {
      return among(Set.of(purpose), check);
    }
  }
}
