package dev.accepted.types.videos;

import dev.accepted.job.JobContext;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.TransientFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** One attempt at making a film: looks into the source, converts it, and looks at what was made. */
final class VideoAttempt {

  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Installation programs;
  private final JobContext context;

  VideoAttempt(Installation programs, JobContext context) {
    this.programs = programs;
    this.context = context;
  }

  /** What is in the source. */
  Film look(Source source)
      throws IOException, InterruptedException, PermanentFailure, TransientFailure {
    return Probe.film(programs, source, context);
  }

  /**
   * Makes the film.
   *
   * @return the film, in the work directory
   */
  Source convert(Conversion conversion)
      throws IOException, InterruptedException, PermanentFailure, TransientFailure {
    if (conversion.recipe().format() == VideoFormat.gif) {
      run(conversion.palette(), (key, value) -> {});
    }
    Plan plan = conversion.plan();
    long total = plan.lengthKnown() ? plan.length().toMillis() : 0;
    run(conversion.film(), (key, value) -> tell(key, value, total));
    Path made = context.workDirectory().resolve(conversion.fileName());
    if (Files.size(made) >= Conversion.MOST_BYTES) {
      throw new PermanentFailure("video-too-large", "The film would become larger than 2 GiB.");
    }
    return new Source(conversion.recipe().format().container(), made);
  }

  /** Leaves a picture from near the beginning of the film. */
  void takeThumbnail(Source film, Film made)
      throws IOException, InterruptedException, PermanentFailure, TransientFailure {
    Duration length = made.duration().orElse(Duration.ZERO);
    Duration moment = length.compareTo(SHORT) < 0 ? Duration.ZERO : length.dividedBy(10);
    run(Conversion.thumbnail(film, made.size(), moment), (key, value) -> {});
    Path picture = context.workDirectory().resolve(Conversion.THUMBNAIL);
    context.file(Conversion.THUMBNAIL, "image/jpeg", picture);
  }

  private void run(List<String> arguments, BiConsumer<String, String> report)
      throws IOException, InterruptedException, PermanentFailure, TransientFailure {
    if (!new EncoderRun(context, programs.confinement())
        .run(programs.ffmpeg(), arguments, report)
        .content()) {
      throw new PermanentFailure(
          "video-unreadable",
          "The film can't be converted: it is damaged, or of a kind that can't be read.");
    }
  }

  private void tell(String key, String value, long total) {
    if (key.equals("out_time_us") && value.matches("\\d{1,18}")) {
      long done = Long.parseLong(value) / 1000;
      context.progress(total == 0 ? done : Math.min(done, total), total, "ms", "converting");
    } else if (total > 0 && key.equals("progress") && value.equals("end")) {
      context.progress(total, total, "ms", "converting");
    }
  }
}
