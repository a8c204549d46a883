package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.job.InvalidInput;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RecordingContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of files that are no films, no whole films, or that mean harm. */
class DamagedFilmsTest {

  private static final VideoParameters MP4 = wanted(VideoFormat.mp4, null, null);

  private final VideoType type = new VideoType(Films.ENCODER);
  private final Path folder;
  private final Films films;
  private final RecordingContext context;

  DamagedFilmsTest(@TempDir Path folder) {
    this.folder = folder;
    films = new Films(folder);
    context = new RecordingContext(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "\"\"; is empty",
        "#EXTM3U|#EXT-X-TARGETDURATION:9|#EXTINF:9,|file:///etc/passwd|; is text",
        "ffconcat version 1.0|file '/etc/passwd'|; is text",
        "<?xml version='1.0'?><MPD/>; is text",
        "%PDF-1.7; is a PDF document",
        "ID3; holds sound"
      })
  void refusesWhatIsNoFilmAtOnce(String content, String impression) throws Exception {
    Path file = Files.writeString(folder.resolve("film.mp4"), content.replace('|', '\n'));

    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class,
            () -> type.validate(MP4, RecordingContext.inputFile(file, "video/mp4")));

    assertThat(refused.violations())
        .containsExactly(
            new InvalidInput.Violation("", "The file " + impression + "; a film is needed."));
    assertThat(failure(MP4, file).code()).isEqualTo("video-unreadable");
  }

  @Test
  void failsOnAFilmWithoutItsIndex() throws Exception {
    Path whole = films.film("whole.mp4", "160x120", 2);
    byte[] half = Arrays.copyOf(Files.readAllBytes(whole), (int) Files.size(whole) / 2);

    PermanentFailure failure = failure(MP4, Files.write(folder.resolve("half.mp4"), half));

    assertThat(failure.code()).isEqualTo("video-unreadable");
    assertThat(failure.explanation())
        .isEqualTo("The film can't be read: it is damaged or incomplete.");
    assertThat(context.log()).isNotEmpty().noneMatch(line -> line.contains(folder.toString()));
    assertThat(context.hasResult()).isFalse();
  }

  @Test
  void failsOnAFilmWhoseEndIsMissing() throws Exception {
    Path whole = films.film("whole.mp4", "160x120", 8, "-movflags", "+faststart");
    byte[] half = Arrays.copyOf(Files.readAllBytes(whole), (int) Files.size(whole) / 2);

    PermanentFailure failure = failure(MP4, Files.write(folder.resolve("half.mp4"), half));

    assertThat(failure.code()).isEqualTo("video-incomplete");
    assertThat(failure.explanation()).startsWith("Only ").contains("of 8.0 s could be read");
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void failsOnRubbishBehindEachSignature(Container container) throws Exception {
    String signature =
        switch (container) {
          case ISO_MEDIA -> "\0\0\0\u0018ftypmp42";
          case MATROSKA -> "\u001aE\u00df\u00a3";
          case AVI -> "RIFF\0\0\u0001\0AVI ";
          case FLV -> "FLV\u0001";
          case MPEG_TS -> ("G" + "\0".repeat(187)).repeat(5);
          case MPEG_PS -> "\0\0\u0001\u00ba";
          case OGG -> "OggS";
          case GIF -> "GIF89a";
          case ASF -> "0&\u00b2u\u008ef\u00cf\u0011";
        };
    Path file = folder.resolve("rubbish");
    Files.writeString(file, signature + "\u0001rubbish".repeat(200), StandardCharsets.ISO_8859_1);
    type.validate(MP4, RecordingContext.inputFile(file, "video/mp4"));

    assertThat(failure(MP4, file).code()).isIn("video-unreadable", "video-no-pictures");
  }

  @Test
  void doesNotFollowReferencesToOtherFiles() throws Exception {
    Path other = films.silent("other.mov", "160x120", 2);
    Path film = folder.resolve("film.mov");
    Files.write(film, QuickTimeReference.to("other.mov", Files.readAllBytes(other)));

    Films.ffmpeg("-v", "error", "-enable_drefs", "1", "-i", "file:" + film, "-f", "null", "-");
    assertThat(failure(MP4, film).code())
        .as("a reader that does follow them is content")
        .isEqualTo("video-unreadable");
  }

  @Test
  void failsWithoutPictures() throws Exception {
    Path sound = folder.resolve("sound.mp4");
    Films.ffmpeg("-v", "error", "-f", "lavfi", "-i", "sine=d=1", "-vn", "file:" + sound);

    assertThat(failure(MP4, sound).code()).isEqualTo("video-no-pictures");
  }

  @Test
  void failsWhenItWouldBeginBehindTheEnd() throws Exception {
    PermanentFailure failure =
        failure(
            wanted(VideoFormat.mp4, Duration.ofSeconds(3), null),
            films.silent("in.mp4", "160x120", 2));

    assertThat(failure.code()).isEqualTo("video-start-beyond-end");
    assertThat(failure.explanation()).isEqualTo("The film is 2.0 s long; it can't begin at 3.0 s.");
  }

  @Test
  void failsOnAGifThatWouldBeEndless() throws Exception {
    Path long_ = films.silent("in.mp4", "64x48", 61, "-r", "1");

    assertThat(failure(wanted(VideoFormat.gif, null, null), long_).code())
        .isEqualTo("video-too-long");
  }

  @Test
  void refusesPicturesThatAreTooLarge() throws Exception {
    Path film = films.silent("in.gif", "64x48", 1);
    byte[] bytes = Files.readAllBytes(film);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(6, (short) 7690)
        .putShort(8, (short) 4400);

    assertThat(failure(MP4, Files.write(film, bytes)).code()).isEqualTo("video-too-large");
  }

  private PermanentFailure failure(VideoParameters wanted, Path film) {
    return catchThrowableOfType(
        PermanentFailure.class, () -> type.run(wanted, context.with(film, "video/mp4")));
  }

  private static VideoParameters wanted(
      VideoFormat format, @Nullable Duration start, @Nullable Duration duration) {
    return new VideoParameters(format, null, null, start, duration, null);
  }
}
