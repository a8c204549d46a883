package dev.accepted.bench.subject;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobType;
import dev.accepted.job.RetryPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Does nothing but tell when it was begun, by {@link System#nanoTime}, which the processes of one
 * machine share.
 */
@Dependent
public class NoopType implements JobType<Order> {

  static final int SLOTS = 64;

  private @Nullable Gate gate;

  @Inject
  void countAt(Gate counter) {
    gate = counter;
  }

  @Override
  public JobDefinition definition() {
    return JobDefinition.named("noop", "noops", Order.SCHEMA)
        .limited(SLOTS, Duration.ofHours(1), RetryPolicy.STANDARD);
  }

  @Override
  public Class<Order> parameters() {
    return Order.class;
  }

  @Override
  public void run(Order order, JobContext context) throws IOException {
    String begun = "{\"begun\":" + System.nanoTime() + "}";
    try (OutputStream result = context.result("application/json", null)) {
      result.write(begun.getBytes(US_ASCII));
    }
    gate.ran();
  }
}
