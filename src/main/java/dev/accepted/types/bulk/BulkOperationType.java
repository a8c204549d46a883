package dev.accepted.types.bulk;

import dev.accepted.job.BulkActions;
import dev.accepted.job.BulkActions.Count;
import dev.accepted.job.BulkActions.Selection;
import dev.accepted.job.BulkActions.Step;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobFailure;
import dev.accepted.job.JobId;
import dev.accepted.job.JobType;
import dev.accepted.job.Owners;
import dev.accepted.job.RetryPolicy;
import dev.accepted.job.Submitter;
import dev.accepted.job.TextResource;
import dev.accepted.types.bulk.BulkParameters.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does the same with many jobs, page by page from the newest to the oldest. Where it is stands in
 * its checkpoint; an attempt that finds an older one looks at some jobs again, with which there is
 * nothing left to do.
 */
@Dependent
public class BulkOperationType implements JobType<BulkParameters> {

  static final String NAME = "bulk-operation";

  private static final String UNIT = "jobs";
  private static final int SLOTS = 2;
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String EXAMPLE =
      """
      {"action": "cancel", "filter": {"status": ["scheduled", "queued"], "label": {"batch": "2026-11-21"}}}\
      """;

  private static final JobDefinition DEFINITION =
      JobDefinition.named(
              NAME,
              "bulk-operations",
              TextResource.read(BulkOperationType.class, "bulk-operation.schema.json"))
          .described(
              "Bulk operation",
              "Cancels, retries, removes or reprioritizes all jobs that a filter finds.")
          .withExample(EXAMPLE)
          .limited(SLOTS, Duration.ofHours(6), RetryPolicy.STANDARD);

  private final Provider<BulkActions> actions;

  /** Asks for the actions when a job runs, not before. */
  @Inject
  public BulkOperationType(Provider<BulkActions> actions) {
    this.actions = actions;
  }

  @Override
  public JobDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Class<BulkParameters> parameters() {
    return BulkParameters.class;
  }

  @Override
  public void validate(BulkParameters parameters, @Nullable InputFile file) throws InvalidInput {
    Plan.of(parameters);
  }

  /** The rights of the submitter as they are now: they may be others when the job runs. */
  @Override
  public Map<String, String> settled(BulkParameters parameters, Submitter submitter)
      throws InvalidInput {
    if (parameters.scope() == Scope.everyone && !submitter.administers()) {
      throw InvalidInput.at("/scope", "only an administrator may change everyone's jobs");
    }
    return parameters.scope() == null
        ? Map.of("scope", (submitter.administers() ? Scope.everyone : Scope.own).name())
        : Map.of();
  }

  @Override
  public void run(BulkParameters parameters, JobContext context)
      throws JobFailure, InvalidInput, IOException, InterruptedException {
    Plan plan = Plan.of(parameters);
    Owners owners =
        parameters.scope() == Scope.everyone
            ? Owners.everybodyAround(context.owner())
            : new Owners.Only(context.owner());
    Selection selection = new Selection(context.id(), context.owner(), owners, plan.filter());
    summarise(parameters, work(plan, selection, context), context);
  }

  private Tally work(Plan plan, Selection selection, JobContext context)
      throws JobFailure, InterruptedException {
    BulkActions engine = actions.get();
    Optional<String> reached = context.checkpoint();
    Tally tally =
        reached.isPresent() ? Tally.read(reached.get()) : Tally.of(count(selection, context));
    boolean more = true;
    while (more) {
      context.progress(tally.matched(), Math.max(tally.total(), tally.matched()), UNIT, null);
      Step step = engine.act(selection, plan.action(), tally.last(), tally.changed() > 0);
      tally = tally.plus(step);
      context.checkpoint(tally.text());
      more = step.more();
    }
    context.progress(tally.matched(), tally.matched(), UNIT, null);
    context.log(
        "%d jobs matched, %d of them were changed".formatted(tally.matched(), tally.changed()));
    return tally;
  }

  private long count(Selection selection, JobContext context)
      throws JobFailure, InterruptedException {
    long number = 0;
    Optional<JobId> next = Optional.empty();
    do {
      context.checkStopping();
      Count count = actions.get().count(selection, next);
      number += count.number();
      next = count.next();
    } while (next.isPresent());
    return number;
  }

  private static void summarise(BulkParameters parameters, Tally tally, JobContext context)
      throws IOException {
    try (JsonWriter json =
        JSON.createWriter(context.result("application/json", "bulk-operation.json"))) {
      json.writeObject(
          JSON.createObjectBuilder()
              .add("action", parameters.action().name())
              .addAll(JSON.createObjectBuilder(tally.result()))
              .build());
    }
  }
}
