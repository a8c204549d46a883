package dev.accepted.types.videos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A machine for which there is an encoder to carry along, and the files it consists of. They are
 * listed because a folder inside an archive inside a WAR can't be listed alike on all servers.
 */
enum Platform {
  LINUX_X86_64("linux", "lib%s.so.%d", "", "libdrm.so.2 libva.so.2 libva-drm.so.2"),
  LINUX_ARM64(
      "linux", "lib%s.so.%d", "", "libasound.so.2 libbcm_host.so libvchiq_arm.so libvcos.so"),
  MACOSX_ARM64("mac", "lib%s.%d.dylib", "", "libatomic.1.dylib"),
  MACOSX_X86_64("mac", "lib%s.%d.dylib", "", "libatomic.1.dylib"),
  WINDOWS_X86_64("windows", "%s-%d.dll", ".exe", "");

  private final String system;
  private final String libraryName;
  private final String programSuffix;
  private final String extras;

  Platform(String system, String libraryName, String programSuffix, String extras) {
    this.system = system;
    this.libraryName = libraryName;
    this.programSuffix = programSuffix;
    this.extras = extras;
  }

  /** The one that this server runs on, if there is an encoder for it. */
  static Optional<Platform> here() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** By the names that Java has for system and processor. */
  static Optional<Platform> of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String processor =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> osArch;
        };
    return Arrays.stream(values())
        .filter(platform -> os.startsWith(platform.system))
        .filter(platform -> platform.folder().endsWith("-" + processor))
        .findFirst();
  }

  /** How the archive spells it: {@code linux-x86_64}. */
  String folder() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", "-");
  }

  /** The file name of that program. */
  String program(String name) {
    return name + programSuffix;
  }

  /** Every file that the programs need, and the programs. */
  List<String> files() {
    Stream<String> libraries =
        Stream.of(
            library("avcodec", 62),
            library("avdevice", 62),
            library("avfilter", 11),
            library("avformat", 62),
            library("avutil", 60),
            library("swresample", 6),
            library("swscale", 9));
    Stream<String> programs = Stream.of(program("ffmpeg"), program("ffprobe"));
    Stream<String> others = Stream.of(extras.split(" ")).filter(file -> !file.isEmpty());
    return Stream.of(programs, libraries, others).flatMap(files -> files).toList();
  }

  private String library(String name, int version) {
    return libraryName.formatted(name, version);
  }
}
