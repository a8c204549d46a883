package dev.accepted.types.bulk;

import dev.accepted.job.BulkAction;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobStatus;
import dev.accepted.types.bulk.BulkParameters.Action;
import dev.accepted.types.bulk.BulkParameters.Filter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a bulk operation is to do, with which jobs. */
record Plan(BulkAction action, JobFilter filter) {

  private static final JobFilter NOTHING_LEFT_OUT = filter(Filter.NONE, null, null);

  /**
   * What the parameters mean.
   *
   * @throws InvalidInput if they mean nothing, or more than somebody may have meant
   */
  static Plan of(BulkParameters parameters) throws InvalidInput {
    List<Violation> violations = new ArrayList<>();
    Integer priority = parameters.priority();
    if ((priority != null) != (parameters.action() == Action.reprioritize)) {
      violations.add(
          new Violation("/priority", "a priority is needed to reprioritize, and for nothing else"));
    }
    Filter asked = Objects.requireNonNullElse(parameters.filter(), Filter.NONE);
    if (asked.type() != null && asked.type().contains(BulkOperationType.NAME)) {
      violations.add(new Violation("/filter/type", "nothing is ever done with bulk operations"));
    }
    JobFilter filter =
        filter(
            asked,
            moment("submittedAfter", asked.submittedAfter(), violations),
            moment("submittedBefore", asked.submittedBefore(), violations));
    boolean all = filter.equals(NOTHING_LEFT_OUT);
    if (violations.isEmpty() && all != Boolean.TRUE.equals(parameters.all())) {
      violations.add(
          all
              ? new Violation(
                  "/filter", "a filter that leaves jobs out; or \"all\": true, if all are meant")
              : new Violation("/all", "either a filter or all jobs, not both"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new Plan(action(parameters), filter);
  }

  private static BulkAction action(BulkParameters parameters) {
    Integer priority = parameters.priority();
    return new BulkAction(
        BulkAction.Kind.valueOf(parameters.action().name().toUpperCase(Locale.ROOT)),
        priority == null ? OptionalInt.empty() : OptionalInt.of(priority));
  }

  private static JobFilter filter(
      Filter asked, @Nullable Instant submittedAfter, @Nullable Instant submittedBefore) {
    return new JobFilter(
        among(asked.status()).stream().map(JobStatus::of).collect(Collectors.toUnmodifiableSet()),
        among(asked.type()),
        asked.label() == null ? Map.of() : Map.copyOf(asked.label()),
        asked.q() == null || asked.q().isBlank() ? null : asked.q(),
        submittedAfter,
        submittedBefore,
        asked.owner(),
        BulkOperationType.NAME);
  }

  private static Set<String> among(@Nullable List<String> names) {
    return names == null ? Set.of() : Set.copyOf(names);
  }

  private static @Nullable Instant moment(
      String name, @Nullable String text, List<Violation> violations) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      violations.add(
          new Violation("/filter/" + name, "a time such as 2026-11-21T20:41:07Z (RFC 3339)"));
      return null;
    }
  }
}
