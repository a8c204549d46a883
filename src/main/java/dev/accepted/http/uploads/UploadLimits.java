package dev.accepted.http.uploads;

import dev.accepted.config.Settings;
import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.http.header.InvalidHeader;
import dev.accepted.http.header.MediaRange;
import dev.accepted.http.header.UploadFields;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.BodyTypes;
import dev.accepted.job.JobDefinition.FileInput;
import dev.accepted.job.JobDefinition.FileRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What an upload may be: whatever some job type takes as its file. */
@ApplicationScoped
public class UploadLimits {

  private static final String CHARSET = "charset";
  private static final int LONGEST_TYPE = 255;

  @Inject JobTypes types;
  @Inject Settings settings;
  @Inject Clock clock;

  private Stream<FileInput> files() {
    return types.all().stream()
        .map(RegisteredType::definition)
        .map(definition -> definition.file())
        .filter(file -> file.rule() != FileRule.NONE);
  }

  /** In bytes; the type of the job that takes it may allow less. */
  long mostBytes() {
    long longest = files().mapToLong(FileInput::maxBytes).max().orElse(0);
    return Math.min(longest, settings.maxFileBytes());
  }

  /** The value of {@code Upload-Limit} before there is an upload. */
  String header() {
    return UploadFields.limit(mostBytes(), settings.uploads().retain().toSeconds());
  }

  /** The same for an upload. */
  String header(UploadReport upload) {
    Duration left = Duration.between(clock.instant(), upload.expiresAt());
    return UploadFields.limit(mostBytes(), Math.max(0, left.toSeconds()));
  }

  /**
   * The media type of the upload that a request begins.
   *
   * @throws dev.accepted.http.problem.Problem 415 if no job type takes it
   * @throws InvalidHeader if it names a character set other than UTF-8: that belongs to the input
   *     of the job, which may not be submitted before all of the upload is here
   */
  String mediaType(Exchange exchange) {
    List<String> names = files().flatMap(file -> file.accepts().stream()).distinct().toList();
    MediaRange type = new BodyTypes(names).check(exchange);
    if (!type.parameters().getOrDefault(CHARSET, "utf-8").equalsIgnoreCase("utf-8")
        || type.essence().length() > LONGEST_TYPE) {
      throw new InvalidHeader(
          "Content-Type",
          "An upload has its media type alone; its character set is named by the job's input.");
    }
    return type.essence();
  }
}
