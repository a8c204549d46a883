package dev.accepted.types.simulations;

import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Faults;
import dev.accepted.job.CanceledByJob;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobFailure;
import dev.accepted.job.JobType;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RetryPolicy;
import dev.accepted.job.TransientFailure;
import jakarta.enterprise.context.Dependent;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Acts out a script. */
@Dependent
public class SimulationType implements JobType<SimulationParameters> {

  private static final JsonProvider JSON = JsonProvider.provider();

  static final String SCHEMA =
      withFaults(
          """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "duration": {
            "description": "How long a whole run takes: an ISO 8601 duration, PT24H at most. \
      PT0S ends at once, without steps, log or progress.",
            "type": "string",
            "pattern": "^PT(?=[0-9])([0-9]{1,2}H)?([0-9]{1,4}M)?([0-9]{1,5}([.][0-9]{1,9})?S)?$"
          },
          "steps": {
            "description": "How many equal steps the duration is cut into; progress counts them. \
      A run that was cut off by the server goes on at the step it had reached.",
            "type": "integer", "minimum": 1, "maximum": 10000, "default": 10
          },
          "outcome": {
            "description": "How the job ends. canceled: the job cancels itself.",
            "enum": ["succeeded", "failed", "canceled"], "default": "succeeded"
          },
          "failAt": {
            "description": "The percentage of the duration after which an attempt that is not \
      to succeed ends.",
            "type": "integer", "minimum": 0, "maximum": 100, "default": 100
          },
          "succeedOnAttempt": {
            "description": "The attempt that acts out the outcome; those before it end with a \
      failure that is worth another attempt. Beyond the job's maxAttempts it never comes.",
            "type": "integer", "minimum": 1, "maximum": 100, "default": 1
          },
          "message": {
            "description": "Said in the progress, in the error and in the result.",
            "type": "string", "maxLength": 1000
          },
          "faults": {
            "description": "What is to be wrong with the answers that tell of the job, on \
      purpose: the links of the 202 lead to where they have these faults. The 202 has those \
      that concern a submission.",
            "type": "array", "maxItems": 10, "uniqueItems": true,
            "items": {"type": "string", "enum": [], "enumDescriptions": []}
          }
        },
        "required": ["duration"],
        "additionalProperties": false
      }
      """);

  private static final String EXAMPLE =
      """
      {"duration": "PT10S", "steps": 20, "outcome": "succeeded", "message": "just pretending"}\
      """;

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int SLOTS = 64; // they only wait
  private static final String FAILURE = "simulated-failure";

  private static final JobDefinition DEFINITION =
      JobDefinition.named("simulation", "simulations", SCHEMA)
          .described("Simulation", "Acts out a script: waits, tells of its progress, and ends.")
          .withExample(EXAMPLE)
          .limited(
              SLOTS,
              LONGEST.plusHours(1),
              new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(1)));

  /** Names them, and says beside each what it does, in the manner of many editors. */
  private static String withFaults(String schema) {
    String names =
        JSON.createArrayBuilder(Faults.all().stream().map(Fault::name).toList()).build().toString();
    String words =
        JSON.createArrayBuilder(Faults.all().stream().map(Fault::what).toList()).build().toString();
    return schema.replace(
        "\"enum\": [], \"enumDescriptions\": []",
        "\"enum\": " + names + ", \"enumDescriptions\": " + words);
  }

  @Override
  public JobDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Class<SimulationParameters> parameters() {
    return SimulationParameters.class;
  }

  @Override
  public void validate(SimulationParameters parameters, @Nullable InputFile file)
      throws InvalidInput {
    if (parameters.duration().compareTo(LONGEST) > 0) {
      throw InvalidInput.at("/duration", "a simulation lasts PT24H at most");
    }
  }

  @Override
  public Optional<Duration> expectedDuration(SimulationParameters parameters) {
    return Optional.of(parameters.duration());
  }

  @Override
  public void run(SimulationParameters parameters, JobContext context)
      throws JobFailure, IOException, InterruptedException {
    Script script = Script.of(parameters);
    if (!script.duration().isZero()) {
      new Performance(script, context).play();
    }
    if (script.failsFirst(context.attempt())) {
      failForNow(script, context);
    }
    switch (script.outcome()) {
      case succeeded -> summarise(script, context);
      case failed -> throw new PermanentFailure(FAILURE, script.saying("The script says to fail."));
      case canceled ->
          throw new CanceledByJob(
              "simulated-cancellation", script.saying("The script says to cancel."));
    }
  }

  private static void failForNow(Script script, JobContext context) throws TransientFailure {
    if (context.checkpoint().isPresent()) {
      context.checkpoint("0"); // the next attempt is a new run, not the rest of this one
    }
    throw new TransientFailure(
        FAILURE,
        script.saying(
            "The script says to fail until attempt %d.".formatted(script.succeedOnAttempt())));
  }

  private static void summarise(Script script, JobContext context) throws IOException {
    try (JsonGenerator json =
        JSON.createGenerator(context.result("application/json", "simulation.json"))) {
      json.writeStartObject()
          .write("duration", script.duration().toString())
          .write("steps", script.steps())
          .write("outcome", script.outcome().name())
          .write("attempt", context.attempt());
      if (script.message() != null) {
        json.write("message", script.message());
      }
      if (!script.faults().isEmpty()) {
        json.writeStartArray("faults");
        script.faults().forEach(json::write);
        json.writeEnd();
      }
      json.writeEnd();
    }
  }
}
