package dev.accepted.bench.subject;

import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobType;
import dev.accepted.job.RetryPolicy;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;

/** Has one slot and never ends: one job is active, and all others of it wait. */
@Dependent
public class StuckType implements JobType<Order> {

  private static final Duration LONG = Duration.ofHours(12);

  /** What the store calls it. */
  public static final String NAME = "stuck";

  @Override
  public JobDefinition definition() {
    return JobDefinition.named(NAME, "stuck", Order.SCHEMA)
        .limited(1, LONG.plusHours(1), RetryPolicy.STANDARD);
  }

  @Override
  public Class<Order> parameters() {
    return Order.class;
  }

  @Override
  public Optional<Duration> expectedDuration(Order order) {
    return Optional.of(LONG);
  }

  @Override
  public void run(Order order, JobContext context) throws InterruptedException {
    context.pause(LONG);
  }
}
