package dev.accepted.types.videos;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Codecs and their settings, chosen for speed: on two cores each format is made several times
 * faster than it plays.
 *
 * @param format what is made
 * @param size of its pictures
 * @param frameRate of the source
 * @param encoders what the encoder at hand has
 */
record Recipe(VideoFormat format, FrameSize size, double frameRate, Set<String> encoders) {

  private static final double FASTEST = 60;
  private static final double MP4_BITS_PER_PIXEL = 0.1;
  private static final double WEBM_BITS_PER_PIXEL = 0.07;
  private static final long FEWEST_BITS = 200_000;

  /** The arguments that make the film's streams and container. */
  List<String> film() {
    List<String> arguments = new ArrayList<>();
    switch (format) {
      case mp4 -> {
        arguments.addAll(pictures());
        arguments.addAll(h264());
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-ac", "2"));
        arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
      }
      case webm -> {
        arguments.addAll(pictures());
        arguments.addAll(vp9());
        arguments.addAll(List.of("-c:a", "libopus", "-b:a", "96k", "-ac", "2", "-f", "webm"));
      }
      case gif -> {
        String graph = "[0:V:0]%s[film];[film][1:v]paletteuse=%s[out]";
        String dither = "dither=bayer:bayer_scale=5:diff_mode=rectangle";
        arguments.addAll(List.of("-filter_complex", graph.formatted(gifPictures(), dither)));
        arguments.addAll(List.of("-map", "[out]", "-f", "gif"));
      }
    }
    return arguments;
  }

  /**
   * The arguments that make a picture of the 256 colours that suit a GIF best. A pass of its own:
   * FFmpeg can do it in one, but then holds all the film's pictures in memory.
   */
  List<String> palette() {
    String filter = gifPictures() + ",palettegen=stats_mode=diff";
    return List.of(
        "-map", "0:V:0", "-vf", filter, "-frames:v", "1", "-update", "1", "-f", "image2");
  }

  private List<String> pictures() {
    return List.of(
        "-map",
        "0:V:0",
        "-map",
        "0:a:0?",
        "-vf",
        size.scaling(),
        "-pix_fmt",
        "yuv420p",
        "-fpsmax",
        "60");
  }

  private String gifPictures() {
    return "fps=10," + size.scaling();
  }

  private List<String> h264() {
    return encoders.contains("libopenh264")
        ? List.of(
            "-c:v",
            "libopenh264",
            "-profile:v",
            "high",
            "-b:v",
            bits(MP4_BITS_PER_PIXEL),
            "-g",
            "120")
        : List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "23");
  }

  private List<String> vp9() {
    return List.of(
        "-c:v",
        "libvpx-vp9",
        "-deadline",
        "realtime",
        "-cpu-used",
        "8",
        "-row-mt",
        "1",
        "-tile-columns",
        "2",
        "-b:v",
        bits(WEBM_BITS_PER_PIXEL),
        "-g",
        "120");
  }

  /** A rate that grows with what there is to see, in bits a second. */
  private String bits(double perPixel) {
    double bits = perPixel * size.width() * size.height() * Math.min(frameRate, FASTEST);
    return Long.toString(Math.max(FEWEST_BITS, Math.round(bits)));
  }
}
