package dev.accepted.engine;

import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobType;
import dev.accepted.job.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A job type whose bodies a test writes: {@code {"act": "name"}} runs the act of that name. */
public final class ScriptedType implements JobType<ScriptedType.Parameters> {

  /** Its input. */
  public record Parameters(String act) {}

  /** The body of a job. */
  @FunctionalInterface
  public interface Act {
    void play(JobContext context) throws Exception;
  }

  private static final String SCHEMA =
      """
      {"type": "object", "properties": {"act": {"type": "string", "minLength": 1}},
       "required": ["act"], "additionalProperties": false}
      """;

  private final String name;
  private final int slots;
  private final Map<String, Act> acts = new ConcurrentHashMap<>();

  public ScriptedType(String name, int slots) {
    this.name = name;
    this.slots = slots;
  }

  /** Writes an act. */
  public ScriptedType act(String actName, Act act) {
    acts.put(actName, act);
    return this;
  }

  @Override
  public JobDefinition definition() {
    return JobDefinition.named(name, name + "s", SCHEMA)
        .withFile(JobDefinition.FileRule.OPTIONAL, "text/plain")
        .limited(
            slots,
            Duration.ofMinutes(10),
            new RetryPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(10)));
  }

  @Override
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public void validate(Parameters parameters, @Nullable InputFile file) throws InvalidInput {
    if (!acts.containsKey(parameters.act())) {
      throw InvalidInput.at("/act", "there is no such act");
    }
  }

  @Override
  public void run(Parameters parameters, JobContext context) throws Exception {
    Act act = acts.get(parameters.act());
    if (act == null) {
      throw new IllegalStateException("no act " + parameters.act());
    }
    act.play(context);
  }
}
