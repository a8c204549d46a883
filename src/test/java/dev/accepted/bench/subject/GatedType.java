package dev.accepted.bench.subject;

import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobType;
import dev.accepted.job.RetryPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits for the gate: what is submitted stays in the queue until the benchmark opens it. */
@Dependent
public class GatedType implements JobType<Order> {

  private @Nullable Gate gate;

  @Inject
  void waitAt(Gate theGate) {
    gate = theGate;
  }

  @Override
  public JobDefinition definition() {
    return JobDefinition.named("gated", "gated", Order.SCHEMA)
        .limited(16, Duration.ofHours(12), RetryPolicy.STANDARD);
  }

  @Override
  public Class<Order> parameters() {
    return Order.class;
  }

  @Override
  public void run(Order order, JobContext context) throws InterruptedException {
    gate.await(context);
    gate.ran();
  }
}
