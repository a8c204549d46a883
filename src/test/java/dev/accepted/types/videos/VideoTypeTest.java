package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.Progress;
import dev.accepted.job.RecordingContext;
import dev.harrel.jsonschema.ValidatorFactory;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of good films. */
class VideoTypeTest {

  private final VideoType type = new VideoType(Films.ENCODER);
  private final Path folder;
  private final Films films;
  private final RecordingContext context;

  VideoTypeTest(@TempDir Path folder) {
    this.folder = folder;
    films = new Films(folder);
    context = new RecordingContext(folder);
  }

  @Test
  void isAvailableHere() {
    assertThat(type.unavailable()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"mp4,video/mp4,h264;aac", "webm,video/webm,vp9;opus", "gif,image/gif,gif"})
  void makesEachFormat(String format, String mediaType, String codecs) throws Exception {
    Film made = convert("{'format':'%s'}".formatted(format), films.film("in.mp4", "320x180", 3));

    ContentInfo info = context.result().info();
    assertThat(info.mediaType()).isEqualTo(mediaType);
    assertThat(info.fileName()).isEqualTo("in." + format);
    assertThat(Films.codecs(context.result().path())).containsExactly(codecs.split(";"));
    assertThat(made.size()).isEqualTo(new FrameSize(320, 180));
    assertThat(seconds(made)).isCloseTo(3, within(0.1));
  }

  @Test
  void tellsOfItsProgressUntilAllIsDone() throws Exception {
    convert("{'format':'webm'}", films.film("in.mp4", "640x360", 20));

    List<Integer> percents = context.progress().stream().map(Progress::percent).toList();
    assertThat(percents).isSorted().hasSizeGreaterThan(2).endsWith(100);
    assertThat(percents.get(0)).isLessThan(60);
  }

  @Test
  void cutsAPartOut() throws Exception {
    Film made =
        convert(
            "{'format':'mp4','start':'PT1.5S','duration':'PT2S'}",
            films.film("in.mp4", "160x120", 5));

    assertThat(seconds(made)).isCloseTo(2, within(0.1));
    assertThat(context.progress().get(context.progress().size() - 1).percent()).isEqualTo(100);
  }

  @Test
  void takesWhatIsLeftWhenAskedForMore() throws Exception {
    Film made =
        convert(
            "{'format':'mp4','start':'PT4S','duration':'PT2H'}",
            films.film("in.mp4", "160x120", 5));

    assertThat(seconds(made)).isCloseTo(1, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "'width':100,100x56",
    "'width':101,100x56",
    "'height':90,158x90",
    "'width':100;'height':100,100x56",
    "'thumbnail':false,322x182"
  })
  void keepsAspectAndMakesSidesEven(String wanted, String size) throws Exception {
    Path odd = films.silent("in.mkv", "323x183", 1, "-c:v", "libvpx-vp9", "-cpu-used", "8");
    Film made = convert("{'format':'mp4',%s}".formatted(wanted.replace(';', ',')), odd);

    assertThat(made.size()).hasToString(size);
  }

  @Test
  void keepsPortraitUpright() throws Exception {
    Path lying = films.silent("lying.mp4", "320x180", 1);
    Path upright = folder.resolve("in.mp4");
    Films.ffmpeg(
        "-v",
        "error",
        "-display_rotation",
        "90",
        "-i",
        "file:" + lying,
        "-c",
        "copy",
        "file:" + upright);

    assertThat(convert("{'format':'webm'}", upright).size()).isEqualTo(new FrameSize(180, 320));
  }

  @Test
  void needsNoSound() throws Exception {
    Film made = convert("{'format':'mp4'}", films.silent("in.mp4", "160x120", 1));

    assertThat(made.sound()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"avi", "flv", "ts", "mpg", "gif", "asf", "webm", "mov"})
  void readsEachContainer(String extension) throws Exception {
    Path film = films.silent("in." + extension, "160x120", 2);
    type.validate(read("{'format':'mp4'}"), RecordingContext.inputFile(film, "video/x"));

    assertThat(seconds(convert("{'format':'mp4'}", film))).isCloseTo(2, within(0.15));
  }

  @Test
  void leavesAThumbnail() throws Exception {
    convert("{'format':'mp4'}", films.silent("in.mp4", "1280x720", 2));

    assertThat(context.content("thumbnail.jpg").info().mediaType()).isEqualTo("image/jpeg");
    assertThat(context.content("thumbnail.jpg").bytes()).startsWith(0xff, 0xd8, 0xff);
    assertThat(ImageIO.read(context.content("thumbnail.jpg").path().toFile()).getWidth())
        .isEqualTo(640);
  }

  @Test
  void leavesNoThumbnailIfNotWanted() throws Exception {
    convert("{'format':'gif','thumbnail':false}", films.silent("in.mp4", "160x120", 1));

    assertThat(context.fileNames()).isEmpty();
  }

  @Test
  void dropsMetadata() throws Exception {
    Path film = films.silent("in.mp4", "160x120", 1, "-metadata", "title=at my place");
    convert("{'format':'mp4'}", film);

    assertThat(holds(film, "at my place")).isTrue();
    assertThat(holds(context.result().path(), "at my place")).isFalse();
  }

  @Test
  void itsExampleFits() {
    String example = type.definition().words().example();
    assertThat(new ValidatorFactory().validate(type.definition().schema(), example).isValid())
        .isTrue();
    assertThat(read(example))
        .isEqualTo(
            new VideoParameters(
                VideoFormat.mp4, 640, null, Duration.ofSeconds(1), Duration.ofSeconds(5), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'format':'mov'}",
        "{'format':'mp4','width':8}",
        "{'format':'mp4','start':'-PT1S'}",
        "{'format':'mp4','start':'1s'}",
        "{'format':'mp4','filter':'x'}"
      })
  void schemaRefusesWhatItDoesNotKnow(String input) {
    assertThat(
            new ValidatorFactory()
                .validate(type.definition().schema(), input.replace('\'', '"'))
                .isValid())
        .isFalse();
  }

  @Test
  void refusesAFilmOfNoLength() {
    assertThatThrownBy(() -> type.validate(read("{'format':'mp4','duration':'PT0S'}"), null))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid -> assertThat(invalid.violations().get(0).pointer()).isEqualTo("/duration"));
  }

  private Film convert(String wanted, Path film) throws Exception {
    VideoParameters parameters = read(wanted);
    type.run(parameters, context.with(film, "video/mp4"));
    return Films.look(parameters.format().container(), context.result().path(), folder);
  }

  private static boolean holds(Path file, String text) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
  }

  private static double seconds(Film film) {
    return film.duration().orElseThrow().toMillis() / 1000.0;
  }

  private static VideoParameters read(String json) {
    return JsonbBuilder.create().fromJson(json.replace('\'', '"'), VideoParameters.class);
  }
}
