package dev.accepted.types.videos;

import dev.accepted.job.JobContext;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.TransientFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks into a film. */
final class Probe {

  private static final String ENTRIES =
      "stream=codec_type,codec_name,width,height,sample_aspect_ratio,avg_frame_rate"
          + ":stream_disposition=attached_pic:stream_side_data=rotation:format=duration";

  /** FFmpeg's words when a picture goes beyond what {@link Source} allows. */
  private static final String TOO_LARGE = "exceeds specified max pixel count";

  private static final int MAX_STREAMS = 100;
  private static final int MAX_SIDE_DATA = 10;
  private static final double USUAL_FRAME_RATE = 25;

  private final Map<String, String> answers = new HashMap<>();

  private Probe() {}

  /**
   * What is in it.
   *
   * @throws PermanentFailure if it can't be read or shows nothing
   */
  static Film film(Installation programs, Source source, JobContext context)
      throws IOException, InterruptedException, PermanentFailure, TransientFailure {
    List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
    arguments.addAll(Source.BOUNDS);
    arguments.addAll(source.input());
    arguments.addAll(List.of("-show_entries", ENTRIES, "-of", "flat"));
    Probe probe = new Probe();
    EncoderRun.Ending ending =
        new EncoderRun(context, programs.confinement())
            .run(programs.ffprobe(), arguments, probe::note);
    if (ending.complaints().stream().anyMatch(line -> line.contains(TOO_LARGE))) {
      throw new PermanentFailure(
          "video-too-large", "The film's pictures are too large: more than 7680x4320 pixels.");
    } else if (!ending.content()) {
      throw new PermanentFailure(
          "video-unreadable", "The film can't be read: it is damaged or incomplete.");
    }
    return probe.film();
  }

  private void note(String key, String value) {
    if (key.startsWith("streams.stream.") || key.startsWith("format.")) {
      answers.put(key, value.replace("\"", ""));
    }
  }

  private Film film() throws PermanentFailure {
    int pictures = stream("video");
    if (pictures < 0) {
      throw new PermanentFailure("video-no-pictures", "The file holds no moving pictures.");
    }
    return new Film(
        answer(pictures, "codec_name").orElse("unknown"),
        size(pictures),
        answer(pictures, "avg_frame_rate")
            .map(Probe::ratio)
            .filter(r -> r > 0)
            .orElse(USUAL_FRAME_RATE),
        Optional.ofNullable(answers.get("format.duration")).flatMap(Probe::duration),
        stream("audio") >= 0);
  }

  private int stream(String kind) {
    for (int number = 0; number < MAX_STREAMS; number++) {
      boolean cover = answer(number, "disposition.attached_pic").filter("1"::equals).isPresent();
      if (!cover && answer(number, "codec_type").filter(kind::equals).isPresent()) {
        return number;
      }
    }
    return -1;
  }

  private FrameSize size(int pictures) throws PermanentFailure {
    long width = whole(pictures, "width");
    long height = whole(pictures, "height");
    if (width < 1 || height < 1) {
      throw new PermanentFailure(
          "video-unreadable", "The film can't be read: its pictures have no size.");
    }
    double aspect =
        answer(pictures, "sample_aspect_ratio").map(Probe::ratio).filter(r -> r > 0).orElse(1.0);
    int square = (int) Math.max(1, Math.min(Source.MOST_PIXELS, Math.round(width * aspect)));
    return rotation(pictures) % 180 == 0
        ? new FrameSize(square, (int) height)
        : new FrameSize((int) height, square);
  }

  private long rotation(int pictures) {
    return IntStream.range(0, MAX_SIDE_DATA)
        .mapToLong(n -> whole(pictures, "side_data_list.side_data.%d.rotation".formatted(n)))
        .filter(degrees -> degrees != 0)
        .findFirst()
        .orElse(0);
  }

  private long whole(int stream, String key) {
    return answer(stream, key)
        .filter(text -> text.matches("-?\\d{1,9}"))
        .map(Long::valueOf)
        .orElse(0L);
  }

  private Optional<String> answer(int stream, String key) {
    return Optional.ofNullable(answers.get("streams.stream.%d.%s".formatted(stream, key)));
  }

  /** {@code 30000/1001} or {@code 4:3}; 0 if it is neither. */
  private static double ratio(String text) {
    if (!text.matches("\\d{1,9}[/:]\\d{1,9}")) {
      return 0;
    }
    String[] parts = text.split("[/:]", -1);
    double divisor = Double.parseDouble(parts[1]);
    return divisor == 0 ? 0 : Double.parseDouble(parts[0]) / divisor;
  }

  private static Optional<Duration> duration(String seconds) {
    return seconds.matches("\\d{1,9}(\\.\\d{1,9})?")
        ? Optional.of(Duration.parse("PT" + seconds + "S"))
        : Optional.empty();
  }
}
