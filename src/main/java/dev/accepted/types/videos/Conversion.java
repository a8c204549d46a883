package dev.accepted.types.videos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a film is to be made from another, as arguments of FFmpeg. Each method is one run.
 *
 * @param recipe what is made
 * @param source what it is made from
 * @param plan which part of it
 */
record Conversion(Recipe recipe, Source source, Plan plan) {

  /** A film that would become larger is given up. */
  static final long MOST_BYTES = 2L << 30;

  static final String PALETTE = "palette.png";
  static final String THUMBNAIL = "thumbnail.jpg";

  private static final int THUMBNAIL_SIDE = 640;
  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  /** The file that the film is written to, in the work directory. */
  String fileName() {
    return "film." + recipe.format().name();
  }

  /** Finds the colours that suit the film best; comes before {@link #film()} of a GIF. */
  List<String> palette() {
    return arguments(List.of(), recipe.palette(), PALETTE);
  }

  /** Makes the film. */
  List<String> film() {
    List<String> palette =
        recipe.format() == VideoFormat.gif
            ? List.of("-protocol_whitelist", "file", "-f", "png_pipe", "-i", "file:" + PALETTE)
            : List.of();
    return arguments(palette, recipe.film(), fileName());
  }

  /** Takes a picture out of a film, at that moment. */
  static List<String> thumbnail(Source film, FrameSize size, Duration moment) {
    List<String> arguments = beginning();
    arguments.addAll(List.of("-ss", seconds(moment)));
    arguments.addAll(film.input());
    arguments.addAll(List.of("-map", "0:V:0", "-vf", size.within(THUMBNAIL_SIDE).scaling()));
    arguments.addAll(List.of("-frames:v", "1", "-q:v", "4", "-c:v", "mjpeg", "-f", "mjpeg"));
    arguments.addAll(List.of("-y", "file:" + THUMBNAIL));
    return arguments;
  }

  private List<String> arguments(List<String> secondInput, List<String> making, String target) {
    List<String> arguments = beginning();
    if (!plan.start().isZero()) {
      arguments.addAll(List.of("-ss", seconds(plan.start())));
    }
    arguments.addAll(source.input());
    arguments.addAll(secondInput);
    arguments.addAll(making);
    arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
    arguments.addAll(List.of("-threads", Integer.toString(THREADS), "-t", seconds(plan.length())));
    arguments.addAll(List.of("-fs", Long.toString(MOST_BYTES), "-y", "file:" + target));
    arguments.addAll(List.of("-t", seconds(plan.length())));
    arguments.addAll(Lifeline.output());
    return arguments;
  }

  private static List<String> beginning() {
    String threads = Integer.toString(THREADS);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-nostdin", "-hide_banner", "-nostats", "-v", "error"));
    arguments.addAll(Source.BOUNDS);
    arguments.addAll(List.of("-progress", "pipe:1", "-stats_period", "0.2"));
    arguments.addAll(List.of("-filter_threads", threads, "-filter_complex_threads", threads));
    arguments.addAll(List.of("-threads", threads));
    return arguments;
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() + "ms";
  }
}
