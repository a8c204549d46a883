package dev.accepted.faults.subject;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobType;
import dev.accepted.job.RetryPolicy;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Does step after step; each leaves a file outside the server, which is made if it is absent and
 * found if it is there. What each attempt did is written beside them: {@code start ATTEMPT STEP},
 * then {@code made ATTEMPT STEP} or {@code found ATTEMPT STEP} for each, then {@code end ATTEMPT
 * STEPS}.
 */
@Dependent
public class StepsType implements JobType<Steps> {

  /** System property of the server: the folder in which each job has one of its own. */
  public static final String FOLDER = "faults.steps";

  /** The file that tells what the attempts did. */
  public static final String HISTORY = "history";

  /** Where such jobs are submitted, under {@code /api/}. */
  public static final String COLLECTION = "steps";

  private static final int SLOTS = 8;

  @Override
  public JobDefinition definition() {
    return JobDefinition.named("steps", COLLECTION, Steps.SCHEMA)
        .withExample(Steps.EXAMPLE)
        .limited(
            SLOTS,
            Duration.ofMinutes(10),
            new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(2)));
  }

  @Override
  public Class<Steps> parameters() {
    return Steps.class;
  }

  @Override
  public void run(Steps steps, JobContext context) throws IOException, InterruptedException {
    Path folder =
        Files.createDirectories(Path.of(System.getProperty(FOLDER)).resolve(steps.name()));
    int first = context.checkpoint().map(Integer::valueOf).orElse(0);
    note(folder, "start", context, first);
    for (int step = first; step < steps.steps(); step++) {
      context.checkStopping();
      note(folder, make(folder, step) ? "made" : "found", context, step);
      context.checkpoint(Integer.toString(step + 1));
      context.progress(step + 1L, steps.steps(), "steps", null);
      context.pause(Duration.ofMillis(steps.pauseMillis()));
    }
    try (OutputStream result = context.result("application/octet-stream", null)) {
      SeededBytes.write(steps.seed(), steps.bytes(), result);
    }
    note(folder, "end", context, steps.steps());
  }

  private static boolean make(Path folder, int step) throws IOException {
    try {
      Files.createFile(folder.resolve(Integer.toString(step)));
      return true;
    } catch (FileAlreadyExistsException done) {
      return false;
    }
  }

  private static void note(Path folder, String what, JobContext context, int step)
      throws IOException {
    Files.write(
        folder.resolve(HISTORY),
        "%s %d %d\n".formatted(what, context.attempt(), step).getBytes(US_ASCII),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
