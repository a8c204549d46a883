package dev.accepted.types.videos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncoderTest {

  private final Path folder;

  EncoderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux-x86_64",
    "Linux,aarch64,linux-arm64",
    "Mac OS X,aarch64,macosx-arm64",
    "Mac OS X,x86_64,macosx-x86_64",
    "Windows Server 2022,amd64,windows-x86_64"
  })
  void knowsItsPlatforms(String system, String processor, String expected) {
    assertThat(Platform.of(system, processor).map(Platform::folder)).contains(expected);
  }

  @Test
  void knowsNoOthers() {
    assertThat(Platform.of("Linux", "riscv64")).isEmpty();
    assertThat(Platform.of("FreeBSD", "amd64")).isEmpty();
  }

  @Test
  void laysOutAllThatTheArchiveHolds() throws Exception {
    Platform platform = Platform.here().orElseThrow();

    assertThat(platform.files())
        .as("all but the bindings to Java; an upgrade of the encoder may change it")
        .containsExactlyInAnyOrderElementsOf(archived(platform));
  }

  @Test
  void startsAfreshWhenWhatIsThereIsBroken() throws Exception {
    assertThat(new Encoder(folder, Optional.empty(), Films.LIMITS).fault()).isEmpty();
    Path library;
    try (Stream<Path> files = Files.walk(folder)) {
      library = files.filter(f -> f.toString().contains("avcodec")).findFirst().orElseThrow();
    }
    Files.write(library, new byte[10]);

    assertThat(new Encoder(folder, Optional.empty(), Films.LIMITS).fault()).isEmpty();
    assertThat(Files.size(library)).isGreaterThan(10);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void saysWhatIsWrongWithTheFolder() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(new Encoder(file.resolve("encoder"), Optional.empty(), Films.LIMITS).fault())
        .isPresent();
  }

  @Test
  void saysWhatIsWrongWithTheOperatorsEncoder() throws Exception {
    Path ffmpeg = script("ffmpeg", "#!/bin/sh\necho ' V....D gif  GIF'\n");

    assertThat(fault(ffmpeg)).contains("ffprobe");
    script("ffprobe", "#!/bin/sh\nexit 0\n");
    assertThat(fault(ffmpeg)).contains("lacks").contains("libopenh264").doesNotContain("gif");
    script("ffprobe", "#!/bin/sh\necho no library; exit 1\n");
    assertThat(fault(ffmpeg)).contains("does not run here: no library");
  }

  private String fault(Path ffmpeg) {
    Encoder encoder = new Encoder(folder, Optional.of(ffmpeg), Films.LIMITS);
    assertThat(encoder.fault().orElseThrow()).doesNotContain(folder.toString());
    return String.valueOf(
        catchThrowableOfType(IOException.class, encoder::installation).getMessage());
  }

  private Path script(String name, String text) throws Exception {
    Path script = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private static List<String> archived(Platform platform) throws Exception {
    String prefix = "org/bytedeco/ffmpeg/" + platform.folder() + "/";
    URL url =
        Objects.requireNonNull(
            EncoderTest.class.getResource("/" + prefix + platform.program("ffmpeg")));
    try (JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile()) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
          .map(name -> name.substring(prefix.length()))
          .filter(name -> !name.contains("jni") && !name.contains("/"))
          .toList();
    }
  }
}
