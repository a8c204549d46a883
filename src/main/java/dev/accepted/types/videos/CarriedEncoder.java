package dev.accepted.types.videos;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The encoder inside the WAR, {@code org.bytedeco:ffmpeg}, and how it becomes files that can be
 * run. Its Java bindings are not used: no native code enters this process.
 */
final class CarriedEncoder {

  private static final String ARCHIVE = "/org/bytedeco/ffmpeg/%s/%s";
  private static final String VERSION = "/META-INF/maven/org.bytedeco/ffmpeg/pom.properties";

  private final Platform platform;
  private final Path folder;

  /**
   * @param folder under which each version gets a folder of its own
   */
  CarriedEncoder(Platform platform, Path folder) {
    this.platform = platform;
    this.folder = folder;
  }

  /**
   * Lays it out on disk, unless it already is.
   *
   * @return the folder with the programs
   */
  Path install() throws IOException {
    Path installed = installed();
    if (!Files.isDirectory(installed)) {
      Files.createDirectories(folder);
      Path made = Files.createTempDirectory(folder, "new-");
      try {
        extract(made);
        Files.move(made, installed, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException madeByAnother) {
        remove(made);
      } catch (IOException failed) {
        remove(made);
        throw failed;
      }
    }
    return installed;
  }

  /** Removes what is on disk, so that the next {@link #install} starts afresh. */
  void remove() throws IOException {
    remove(installed());
  }

  private Path installed() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = open(VERSION)) {
      properties.load(in);
    }
    return folder.resolve(properties.getProperty("version") + "-" + platform.folder());
  }

  private void extract(Path target) throws IOException {
    for (String file : platform.files()) {
      copy(file, target.resolve(file));
    }
    for (String program : List.of("ffmpeg", "ffprobe")) {
      target.resolve(platform.program(program)).toFile().setExecutable(true, true);
    }
    for (String library : platform.neverCalled()) {
      copy(platform.standIn(), target.resolve(library));
    }
  }

  private void copy(String file, Path target) throws IOException {
    try (InputStream in = open(ARCHIVE.formatted(platform.folder(), file))) {
      Files.copy(in, target);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = CarriedEncoder.class.getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException("this server was built without " + resource);
    }
    return in;
  }

  private static void remove(Path tree) throws IOException {
    if (Files.isDirectory(tree)) {
      try (Stream<Path> paths = Files.walk(tree)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
