package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.JobFailure;
import dev.accepted.job.PermanentFailure;
import dev.accepted.job.RecordingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Films that are made to read this machine's files, to reach its network, or to keep it busy. A
 * file with a secret lies beside each, and a port listens: the secret must be in nothing that was
 * made, and nobody may have called.
 */
class HostileFilmsTest {

  private static final String SECRET = "the-secret-of-this-machine";
  private static final VideoParameters MP4 = wanted(VideoFormat.mp4);

  private final Path folder;
  private final Films films;
  private final RecordingContext context;
  private final Path canary;
  private final ServerSocket listener;

  HostileFilmsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    films = new Films(folder);
    context = new RecordingContext(folder);
    canary = Files.writeString(folder.resolve("canary.txt"), SECRET);
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void nobodyLearnedAnything() throws IOException {
    listener.setSoTimeout(1);
    assertThat(called()).as("calls to the network").isFalse();
    listener.close();
    assertThat(context.log()).noneMatch(line -> line.contains(SECRET));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean ours = file.equals(canary) || file.getFileName().toString().startsWith("hostile");
        assertThat(ours || !contains(file)).as("secret in %s", file).isTrue();
      }
    }
  }

  static List<String> scripts() {
    return List.of(
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://FILE\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nhttp://127.0.0.1:PORT/a.ts\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nconcat:http://127.0.0.1:PORT/a|file://FILE\n",
        """
        #EXTM3U
        #EXT-X-TARGETDURATION:9
        #EXT-X-KEY:METHOD=AES-128,URI="http://127.0.0.1:PORT/k"
        #EXTINF:9,
        file://FILE
        #EXT-X-ENDLIST
        """,
        "ffconcat version 1.0\nfile 'FILE'\n",
        "ffconcat version 1.0\nfile 'http://127.0.0.1:PORT/a.mp4'\n",
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file://FILE\">]><MPD><BaseURL>"
            + "http://127.0.0.1:PORT/</BaseURL><x>&e;</x></MPD>",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nt=0 0\nm=video PORT RTP/AVP 96\n",
        "[playlist]\nFile1=http://127.0.0.1:PORT/a.mp4\nNumberOfEntries=1\n",
        "1\n00:00:00,000 --> 00:00:09,000\n<img src=\"http://127.0.0.1:PORT/a\">\n",
        "[Script Info]\n[Fonts]\nfontname: ../../canary.txt\n",
        "%04d.png\n",
        ";FFMETADATA1\ntitle=FILE\n");
  }

  /** Under every name and media type, what is text is no film. */
  @ParameterizedTest
  @MethodSource("scripts")
  void refusesWhatNamesOtherFiles(String script) throws Exception {
    Path file = Files.writeString(folder.resolve("hostile.mp4"), filled(script));

    assertThat(
            catchThrowableOfType(
                InvalidInput.class,
                () -> new VideoType(Films.ENCODER).validate(MP4, input(file, "video/mp4"))))
        .isNotNull();
    assertThat(failure(Films.ENCODER, MP4, file).code()).isEqualTo("video-unreadable");
  }

  /** Past the look at the first bytes: the reader for films is all there is. */
  @ParameterizedTest
  @MethodSource("scripts")
  void readsNothingElseBehindTheHeadOfAFilm(String script) throws Exception {
    String head = "\0\0\0\u0014ftypisom\0\0\2\0isom";
    Path file =
        Files.writeString(
            folder.resolve("hostile.mov"), head + filled(script), StandardCharsets.ISO_8859_1);

    assertThat(failure(Films.ENCODER, MP4, file).code())
        .isIn("video-unreadable", "video-no-pictures");
  }

  /** The reader is told what it has: even what gets past the first look stays unread. */
  @ParameterizedTest
  @MethodSource("scripts")
  void noReaderTakesAScriptForAFilm(String script) throws Exception {
    Path file = Files.writeString(folder.resolve("hostile.ts"), filled(script));

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
    Path list = Files.writeString(folder.resolve("hostile.m3u8"), filled(scripts().get(1)));
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
      listener.setSoTimeout(20_000);
      assertThat(called()).isTrue();
    } finally {
      reader.destroyForcibly().waitFor();
      while (called()) {
        listener.setSoTimeout(1);
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
        ("GAB2\0\2\0" + "\0".repeat(10) + filled(scripts().get(script)))
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

  private String filled(String script) {
    return script
        .replace("FILE", canary.toString())
        .replace("PORT", Integer.toString(listener.getLocalPort()));
  }

  private boolean called() throws IOException {
    try {
      listener.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  private static boolean contains(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET);
  }
}
