package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RecordingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Films of very many pictures, each of them small; or that say to have so many. */
@Timeout(120)
class EndlessFilmsTest {

  private static final Encoder MINUTE =
      new Encoder(
          Path.of("target", "encoder"),
          Optional.empty(),
          new VideoLimits(Duration.ofMinutes(1), Films.LIMITS.cpu(), Films.LIMITS.memory()));

  private static final Duration TRIFLE = Duration.ofMillis(200);

  private final Path folder;
  private final Films films;
  private final RecordingContext context;

  EndlessFilmsTest(@TempDir Path folder) {
    this.folder = folder;
    films = new Films(folder);
    context = new RecordingContext(folder);
  }

  @Test
  void aMillionPicturesOfAGifAreNotEvenBegun() throws Exception {
    byte[] film = Files.readAllBytes(films.silent("in.gif", "16x16", 1, "-frames:v", "1"));
    int last = film.length - 1;
    int picture = new String(film, StandardCharsets.ISO_8859_1).indexOf("!\u00f9\u0004");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(film, 0, last);
    for (int n = 1; n < 1_000_000; n++) {
      all.write(film, picture, last - picture);
    }
    all.write(film, last, 1);

    assertThat(failure(VideoFormat.mp4, write("many.gif", all.toByteArray())))
        .isEqualTo("video-too-long");
    assertThat(folder.resolve("film.mp4")).doesNotExist();
  }

  /** As what a browser records: the end isn't known before it is reached. */
  @ParameterizedTest
  @EnumSource(VideoFormat.class)
  void whatDoesNotTellHowLongItIsMayBeNoLonger(VideoFormat format) throws Exception {
    Path film = films.silent("in.mkv", "16x16", 70, "-r", "500", "-c:v", "mpeg4", "-live", "1");
    assertThat(Films.look(Container.MATROSKA, film, folder).duration()).isEmpty();

    assertThat(failure(format, film)).isEqualTo("video-too-long");
    assertThat(context.hasResult()).isFalse();
  }

  @Test
  void whatDoesNotTellThatItIsShortEnoughIsMadeWhole() throws Exception {
    Path film = films.silent("in.mkv", "16x16", 60, "-c:v", "mpeg4", "-live", "1");

    assertThat(failure(VideoFormat.gif, film)).isEqualTo("made");
    assertThat(Films.look(Container.GIF, context.result().path(), folder).duration())
        .hasValue(Duration.ofMinutes(1));
  }

  @Test
  void aPartOfWhatIsTooLongCanBeHad() throws Exception {
    Path film = films.silent("in.mkv", "16x16", 70, "-c:v", "mpeg4", "-live", "1");
    VideoParameters minute =
        new VideoParameters(VideoFormat.mp4, null, null, null, Duration.ofMinutes(1), null);

    new VideoType(MINUTE).run(minute, context.with(film, "video/x-matroska"));

    assertThat(Films.look(Container.ISO_MEDIA, context.result().path(), folder).duration())
        .hasValueSatisfying(made -> assertThat(made).isCloseTo(Duration.ofMinutes(1), TRIFLE));
  }

  /** What a table of an MP4 says is made room for, as far as there may be any. */
  @ParameterizedTest
  @ValueSource(ints = {1_000_000, 40_000_000, 100_000_000, -1})
  void picturesThatAreNotThereAreMissed(int count) throws Exception {
    byte[] film = Files.readAllBytes(films.silent("in.mp4", "16x16", 1));
    String text = new String(film, StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.wrap(film);
    bytes.putInt(text.indexOf("stts") + 12, count);
    bytes.putInt(text.indexOf("stsz") + 8, 1).putInt(text.indexOf("stsz") + 12, count);
    bytes.putInt(text.indexOf("stsc") + 16, count);

    assertThat(failure(VideoFormat.mp4, write("many.mp4", film))).isEqualTo("video-unreadable");
  }

  private Path write(String name, byte[] film) throws IOException {
    return Files.write(folder.resolve(name), film);
  }

  private String failure(VideoFormat format, Path film) {
    VideoParameters wanted = new VideoParameters(format, null, null, null, null, null);
    PermanentFailure failure =
        catchThrowableOfType(
            PermanentFailure.class,
            () -> new VideoType(MINUTE).run(wanted, context.with(film, "video/mp4")));
    return failure == null ? "made" : failure.code();
  }
}
