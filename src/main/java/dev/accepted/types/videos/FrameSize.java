package dev.accepted.types.videos;

import org.jspecify.annotations.Nullable;

/**
 * The size of a picture in square pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
record FrameSize(int width, int height) {

  /** The longer side of a film that is made; OpenH264 goes no further than a little more. */
  static final int LONGEST_SIDE = 3840;

  /** The shorter side of a film that is made; below, encoders refuse. */
  static final int SHORTEST_SIDE = 16;

  private static final double MOST_PIXELS = 3840.0 * 2160;

  /**
   * The size of a film made from one of this size: aspect kept, sides even, no more than the
   * encoders can take.
   *
   * @param wantedWidth null if it follows from the height; with both, the film fits within them
   */
  FrameSize scaled(@Nullable Integer wantedWidth, @Nullable Integer wantedHeight) {
    double factor = 1;
    if (wantedWidth != null && wantedHeight != null) {
      factor = Math.min(1.0 * wantedWidth / width, 1.0 * wantedHeight / height);
    } else if (wantedWidth != null) {
      factor = 1.0 * wantedWidth / width;
    } else if (wantedHeight != null) {
      factor = 1.0 * wantedHeight / height;
    }
    double most = Math.sqrt(MOST_PIXELS / width / height);
    double longest = 1.0 * LONGEST_SIDE / Math.max(width, height);
    return times(Math.min(factor, Math.min(most, longest)));
  }

  /** The largest size of this aspect, no larger than this, whose sides are no longer than that. */
  FrameSize within(int side) {
    return times(Math.min(1, 1.0 * side / Math.max(width, height)));
  }

  /** FFmpeg's filter that brings any picture to this size. */
  String scaling() {
    return "scale=%d:%d,setsar=1".formatted(width, height);
  }

  private FrameSize times(double factor) {
    return new FrameSize(even(width * factor), even(height * factor));
  }

  private static int even(double side) {
    // A little is added so that 320 times 1.0 does not come out as 318.
    return Math.max(SHORTEST_SIDE, (int) (Math.floor(side / 2 + 1e-6) * 2));
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
