package dev.accepted.bench.subject;

import dev.accepted.job.InputFile;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import dev.accepted.job.JobType;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Gives a file back as it came. */
@Dependent
public class CopyType implements JobType<CopyType.Nothing> {

  /** It has no parameters. */
  public record Nothing() {}

  @Override
  public JobDefinition definition() {
    return JobDefinition.named(
            "copy", "copies", "{\"type\": \"object\", \"additionalProperties\": false}")
        .withFile(FileRule.REQUIRED, "application/octet-stream");
  }

  @Override
  public Class<Nothing> parameters() {
    return Nothing.class;
  }

  @Override
  public void run(Nothing parameters, JobContext context) throws IOException {
    InputFile file = context.file().orElseThrow();
    try (InputStream in = file.open();
        OutputStream out = context.result("application/octet-stream", null)) {
      in.transferTo(out);
    }
  }
}
