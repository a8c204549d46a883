package dev.accepted.types.videos;

import dev.accepted.job.PermanentFailure;
import java.time.Duration;
import java.util.Objects;

/**
 * What is to become of a film, now that it is known what the film is.
 *
 * @param size of its pictures
 * @param start where it begins in the source
 * @param length its most; a little more than may be where only the end of the source tells
 * @param lengthKnown whether the source is known to have as much
 * @param longest how long it may be
 */
record Plan(
    FrameSize size, Duration start, Duration length, boolean lengthKnown, Duration longest) {

  private static final Duration LONGEST_GIF = Duration.ofSeconds(60);
  private static final int GIF_SIDE = 480;
  private static final double NEARLY_ALL = 0.9;
  private static final Duration TRIFLE = Duration.ofSeconds(1);

  /** What containers and the last picture may add to what was asked for. */
  private static final Duration ROUNDING = TRIFLE.dividedBy(2);

  /**
   * Fits what is wanted to what there is.
   *
   * @param most how long a film may be; a gif may be no longer than a minute
   * @throws PermanentFailure if that can't be done
   */
  static Plan of(VideoParameters wanted, Film film, Duration most) throws PermanentFailure {
    Duration start = Objects.requireNonNullElse(wanted.start(), Duration.ZERO);
    Duration longest = wanted.format() == VideoFormat.gif ? shorter(LONGEST_GIF, most) : most;
    FrameSize size = size(wanted, film);
    if (film.duration().isEmpty()) {
      Duration beyond = longest.plus(TRIFLE); // shows whether there is more than may be
      Duration length = shorter(Objects.requireNonNullElse(wanted.duration(), beyond), beyond);
      return new Plan(size, start, length, false, longest);
    }
    Duration left = film.duration().get().minus(start);
    if (!start.isZero() && left.toMillis() < 1) {
      throw new PermanentFailure(
          "video-start-beyond-end",
          "The film is %s long; it can't begin at %s."
              .formatted(Film.seconds(film.duration().get()), Film.seconds(start)));
    }
    Duration length = shorter(Objects.requireNonNullElse(wanted.duration(), left), left);
    if (length.compareTo(longest) > 0) {
      throw new PermanentFailure(
          "video-too-long",
          "%s lasts %s at most, this would be %s; ask for a part by start and duration."
              .formatted(wanted.format(), Film.seconds(longest), Film.seconds(length)));
    }
    return new Plan(size, start, length, true, longest);
  }

  /**
   * Compares with what has been made.
   *
   * @throws PermanentFailure if much is missing, or there is more than may be
   */
  void check(Film made) throws PermanentFailure {
    if (!lengthKnown
        && made.duration().filter(d -> d.compareTo(longest.plus(ROUNDING)) > 0).isPresent()) {
      throw new PermanentFailure(
          "video-too-long",
          "The film lasts longer than %s, which is the most; ask for a part by start and duration."
              .formatted(Film.seconds(longest)));
    }
    Duration found = made.duration().orElse(length);
    boolean enough = found.toMillis() >= length.toMillis() * NEARLY_ALL;
    if (lengthKnown && !enough && found.plus(TRIFLE).compareTo(length) < 0) {
      throw new PermanentFailure(
          "video-incomplete",
          "Only %s of %s could be read: the film is damaged or incomplete."
              .formatted(Film.seconds(found), Film.seconds(length)));
    }
  }

  private static FrameSize size(VideoParameters wanted, Film film) {
    boolean free = wanted.width() == null && wanted.height() == null;
    return free && wanted.format() == VideoFormat.gif
        ? film.size().within(GIF_SIDE)
        : film.size().scaled(wanted.width(), wanted.height());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
