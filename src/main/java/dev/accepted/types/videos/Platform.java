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

  /** Of screen and sound; see {@link #neverCalled}. */
  private static final List<String> DEVICES =
      List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");

  /** Of video accelerators; see {@link #neverCalled}. */
  private static final List<String> ACCELERATORS =
      List.of("libdrm.so.2", "libva.so.2", "libva-drm.so.2");

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

  /**
   * Libraries that the programs are linked with, that are not carried along, that a server machine
   * often lacks, and whose functions are never called here. Linux looks a function up when it is
   * first called, so with {@link #standIn} in their place the programs start.
   */
  List<String> neverCalled() {
    return switch (this) {
      case LINUX_X86_64 -> DEVICES;
      case LINUX_ARM64 ->
          Stream.concat(DEVICES.stream(), ACCELERATORS.stream())
              .filter(library -> !files().contains(library))
              .toList();
      case MACOSX_ARM64, MACOSX_X86_64, WINDOWS_X86_64 -> List.of();
    };
  }

  /** A small file of {@link #files} that is a library and needs no other. */
  String standIn() {
    return this == LINUX_ARM64 ? "libvcos.so" : "libdrm.so.2";
  }

  private String library(String name, int version) {
    return libraryName.formatted(name, version);
  }
}
