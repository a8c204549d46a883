package dev.accepted.types.videos;

import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobDefinition.FileRule;
import dev.accepted.job.JobFailure;
import dev.accepted.job.JobType;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RetryPolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts films. */
@Dependent
public class VideoType implements JobType<VideoParameters> {

  static final String SCHEMA =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
          "format": {
            "description": "What to make: mp4 is H.264 and AAC, webm is VP9 and Opus, gif is \
      silent, has 10 pictures a second and lasts 60 seconds at most.",
            "enum": ["mp4", "webm", "gif"]
          },
          "width": {
            "description": "Of the pictures, in pixels. With only one of width and height the \
      other follows; with both, the film fits within them. Sides are made even. Without either it \
      keeps its size, a gif up to 480 pixels a side, others up to about 3840x2160.",
            "type": "integer", "minimum": 16, "maximum": 3840
          },
          "height": {"type": "integer", "minimum": 16, "maximum": 3840},
          "start": {
            "description": "Where in the source the film begins: an ISO 8601 duration.",
            "type": "string", "pattern": "DURATION"
          },
          "duration": {
            "description": "How long the film is at most: an ISO 8601 duration above zero.",
            "type": "string", "pattern": "DURATION"
          },
          "thumbnail": {
            "description": "Whether to leave a picture of the film as the file thumbnail.jpg.",
            "type": "boolean", "default": true
          }
        },
        "required": ["format"],
        "additionalProperties": false
      }
      """
          .replace(
              "DURATION",
              "^PT(?=[0-9])([0-9]{1,2}H)?([0-9]{1,4}M)?([0-9]{1,5}([.][0-9]{1,3})?S)?$");

  private static final String EXAMPLE =
      """
      {"format": "mp4", "width": 640, "start": "PT1S", "duration": "PT5S", "thumbnail": true}\
      """;

  private static final JobDefinition DEFINITION =
      JobDefinition.named("video", "videos", SCHEMA)
          .described(
              "Video conversion",
              "Makes an MP4, WebM or GIF of a film, whole or in part, in another size if asked to."
                  + " Metadata such as the place of recording is left out.")
          .withExample(EXAMPLE)
          .withFile(
              FileRule.REQUIRED,
              "video/*",
              "image/gif",
              "application/mp4",
              "application/octet-stream")
          .limited(
              1, // a conversion keeps several processors busy
              Duration.ofHours(1),
              new RetryPolicy(2, Duration.ofSeconds(5), Duration.ofMinutes(1)));

  private final Encoder encoder;

  @Inject
  public VideoType(Encoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public JobDefinition definition() {
    return DEFINITION;
  }

  @Override
  public Class<VideoParameters> parameters() {
    return VideoParameters.class;
  }

  @Override
  public Optional<String> unavailable() {
    return encoder.fault();
  }

  @Override
  public void validate(VideoParameters parameters, @Nullable InputFile file) throws InvalidInput {
    if (parameters.duration() != null && parameters.duration().isZero()) {
      throw InvalidInput.at("/duration", "a film is longer than zero");
    }
    if (file == null) {
      throw InvalidInput.at("", "a film is needed");
    }
    try {
      FileHead head = FileHead.of(file);
      if (head.container().isEmpty()) {
        throw InvalidInput.at("", "The file %s; a film is needed.".formatted(head.impression()));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void run(VideoParameters parameters, JobContext context)
      throws JobFailure, IOException, InterruptedException {
    Installation programs = encoder.installation();
    VideoAttempt attempt = new VideoAttempt(programs, context);
    InputFile file = context.file().orElseThrow();
    Source source = source(file);
    Film film = attempt.look(source);
    context.log("Source: " + film);

    VideoFormat format = parameters.format();
    Plan plan = Plan.of(parameters, film, programs.confinement().limits().length());
    Recipe recipe = new Recipe(format, plan.size(), film.frameRate(), programs.encoders());
    Source madeFile = attempt.convert(new Conversion(recipe, source, plan));
    Film made = attempt.look(madeFile);
    plan.check(made);
    if (!Boolean.FALSE.equals(parameters.thumbnail())) {
      attempt.takeThumbnail(madeFile, made);
    }
    context.log("Made: " + made);
    context.result(format.mediaType(), FileName.of(file, format), madeFile.path());
  }

  private static Source source(InputFile file) throws IOException, PermanentFailure {
    return FileHead.of(file)
        .container()
        .map(container -> new Source(container, file.path()))
        .orElseThrow(() -> new PermanentFailure("video-unreadable", "The file is not a film."));
  }
}
