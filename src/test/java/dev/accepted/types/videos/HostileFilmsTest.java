package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobFailure;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RecordingContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Films that are made to read this machine's files, to reach its network, or to keep it busy. A
 * file with a secret lies beside each, and a port listens: {@link Bait}.
 */
class HostileFilmsTest {

  private static final String SCRIPTS = "dev.accepted.types.videos.HostileScripts#all";
  private static final VideoParameters MP4 = wanted(VideoFormat.mp4);

  private final Path folder;
  private final Films films;
  private final RecordingContext context;
  private final Bait bait;

  HostileFilmsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    films = new Films(folder);
    context = new RecordingContext(folder);
    bait = new Bait(folder);
  }

  @AfterEach
  void nobodyLearnedAnything() throws IOException {
    bait.assertUntouched(context);
    bait.close();
  }

  /** Under every name and media type, what is text is no film. */
  @ParameterizedTest
  @MethodSource(SCRIPTS)
  void refusesWhatNamesOtherFiles(String script) throws Exception {
    Path file = Files.writeString(folder.resolve("hostile.mp4"), bait.in(script));

    assertThat(
            catchThrowableOfType(
                InvalidInput.class,
                () -> new VideoType(Films.ENCODER).validate(MP4, input(file, "video/mp4"))))
        .isNotNull();
    assertThat(failure(Films.ENCODER, MP4, file).code()).isEqualTo("video-unreadable");
  }

  /** Past the look at the first bytes: the reader for films is all there is. */
  @ParameterizedTest
  @MethodSource(SCRIPTS)
  void readsNothingElseBehindTheHeadOfAFilm(String script) throws Exception {
    String head = "\0\0\0\u0014ftypisom\0\0\2\0isom";
    Path file =
        Files.writeString(
            folder.resolve("hostile.mov"), head + bait.in(script), StandardCharsets.ISO_8859_1);

    assertThat(failure(Films.ENCODER, MP4, file).code())
        .isIn("video-unreadable", "video-no-pictures");
  }

  /** The reader is told what it has: even what gets past the first look stays unread. */
  @ParameterizedTest
  @MethodSource(SCRIPTS)
  void noReaderTakesAScriptForAFilm(String script) throws Exception {
    Path file = Files.writeString(folder.resolve("hostile.ts"), bait.in(script));

    for (Container container : Container.values()) {
      assertThat(
              catchThrowableOfType(
                  PermanentFailure.class,
                  () ->
                      Probe.film(
                          Films.ENCODER.installation(), new Source(container, file), context)))
          .as("%s", container)
          .isNotNull();
    }
  }

  /** What all this is worth: a reader that isn't held back does call. */
  @Test
  void aReaderThatIsNotHeldBackDoesCall() throws Exception {
    Path list =
        Files.writeString(folder.resolve("hostile.m3u8"), bait.in(HostileScripts.all().get(1)));
    Process reader =
        Films.ENCODER
            .installation()
            .confinement()
            .process(
                Films.ENCODER.installation().ffprobe(),
                List.of("-protocol_whitelist", "file,http,tcp", "-f", "hls", "-i", "file:" + list))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(bait.isCalled(Duration.ofSeconds(20))).isTrue();
    } finally {
      reader.destroyForcibly().waitFor();
      while (bait.isCalled(Duration.ofMillis(1))) {
        // It may have called more than once.
      }
    }
  }

  /**
   * Subtitles inside an AVI name their own format: once a way into every reader (CVE-2016-1898).
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void subtitlesOfAnAviAreNoPlaylists(int script) throws Exception {
    Path film = films.silent("in.avi", "160x120", 2, "-c:v", "mjpeg");
    byte[] list =
        ("GAB2\0\2\0" + "\0".repeat(10) + bait.in(HostileScripts.all().get(script)))
            .getBytes(StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("hostile.avi");
    Files.write(file, AviSubtitles.into(Files.readAllBytes(film), list));

    Optional<JobFailure> failure =
        Optional.ofNullable(
            catchThrowableOfType(
                JobFailure.class,
                () -> new VideoType(Films.ENCODER).run(MP4, context.with(file, "video/avi"))));

    // Read as pictures alone, or not at all; what nobody learned is checked after each test.
    assertThat(failure.map(JobFailure::code).orElse("made"))
        .isIn("made", "video-unreadable", "video-no-pictures", "video-incomplete");
  }

  @Test
  void dataReferencesOfAMovieAreNotFollowed() throws Exception {
    Path other = films.silent("other.mov", "160x120", 2);
    Path film = folder.resolve("hostile.mov");
    Files.write(film, QuickTimeReference.to("other.mov", Files.readAllBytes(other)));

    assertThat(failure(Films.ENCODER, MP4, film).code()).isEqualTo("video-unreadable");
  }

  @Test
  void theEncoderIsToldNothingOfTheServer() throws Exception {
    ProcessBuilder encoder =
        Films.ENCODER
            .installation()
            .confinement()
            .process(Films.ENCODER.installation().ffmpeg(), List.of());

    Map<String, String> environment = encoder.environment();
    assertThat(environment.keySet()).isSubsetOf("LD_LIBRARY_PATH", "SystemRoot", "SYSTEMROOT");
  }

  @Test
  void whatSaysToBeGiganticIsRefused() throws Exception {
    byte[] film = Files.readAllBytes(films.silent("in.gif", "64x48", 1));
    ByteBuffer.wrap(film).putShort(6, (short) -1).putShort(8, (short) -1);

    assertThat(failure(Films.ENCODER, MP4, Files.write(folder.resolve("hostile.gif"), film)).code())
        .isIn("video-too-large", "video-unreadable");
  }

  @Test
  void whatLastsTooLongIsRefused() throws Exception {
    Path film = films.silent("in.mp4", "64x48", 61, "-r", "1");
    Encoder minute = encoder(Duration.ofMinutes(1), Films.LIMITS.cpu(), Films.LIMITS.memory());

    assertThat(failure(minute, MP4, film).code()).isEqualTo("video-too-long");
  }

  @Test
  void whatTakesTooMuchCpuIsEnded() throws Exception {
    Path film = films.silent("in.mp4", "1280x720", 40, "-preset", "ultrafast");
    Encoder second = encoder(Films.LIMITS.length(), Duration.ofSeconds(2), Films.LIMITS.memory());

    PermanentFailure failure = failure(second, wanted(VideoFormat.webm), film);

    assertThat(failure.code()).isEqualTo("video-too-much-work");
    assertThat(ProcessHandle.current().children().filter(HostileFilmsTest::isEncoder)).isEmpty();
  }

  @Test
  void whatTakesTooMuchMemoryIsEnded() throws Exception {
    Path film = films.silent("in.mp4", "3840x2160", 1);
    Encoder small = encoder(Films.LIMITS.length(), Films.LIMITS.cpu(), 420L << 20);
    boolean bounded = Confinement.here(Films.LIMITS).prlimit().isPresent();

    Optional<JobFailure> failure =
        Optional.ofNullable(
            catchThrowableOfType(
                JobFailure.class,
                () -> new VideoType(small).run(MP4, context.with(film, "video/mp4"))));

    assertThat(failure.map(JobFailure::code))
        .isEqualTo(bounded ? Optional.of("video-too-much-memory") : Optional.empty());
  }

  private PermanentFailure failure(Encoder encoder, VideoParameters wanted, Path film) {
    return catchThrowableOfType(
        PermanentFailure.class,
        () -> new VideoType(encoder).run(wanted, context.with(film, "video/mp4")));
  }

  private static Encoder encoder(Duration length, Duration cpu, long memory) {
    return new Encoder(
        Path.of("target", "encoder"), Optional.empty(), new VideoLimits(length, cpu, memory));
  }

  private static InputFile input(Path file, String mediaType) throws IOException {
    return RecordingContext.inputFile(file, mediaType);
  }

  private static VideoParameters wanted(VideoFormat format) {
    return new VideoParameters(format, null, null, null, null, null);
  }

  private static boolean isEncoder(ProcessHandle process) {
    return process.info().command().orElse("").contains("ffmpeg");
  }
}
