package dev.accepted.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server holds that is not to grow with what was asked of it.
 *
 * @param threads of its process
 * @param descriptors open files and connections of its process
 * @param temporary files of the application and of the JVM that are not to last
 */
record Leftovers(int threads, int descriptors, List<String> temporary) {

  private static final Path PROCESSES = Path.of("/proc");

  /**
   * As they are now.
   *
   * @param folder where the server keeps everything
   */
  static Leftovers of(long pid, Path folder) throws IOException {
    Path process = PROCESSES.resolve(Long.toString(pid));
    return new Leftovers(
        count(process.resolve("task")),
        count(process.resolve("fd")),
        Stream.of("data/content/incoming", "data/content/work", "tmp")
            .map(folder::resolve)
            .flatMap(Leftovers::files)
            .toList());
  }

  /** In numbers. */
  String counted() {
    return "%d threads, %d descriptors, %d temporary files"
        .formatted(threads, descriptors, temporary.size());
  }

  private static int count(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return (int) entries.count();
    }
  }

  private static Stream<String> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).map(Path::toString).toList().stream();
    } catch (IOException | java.io.UncheckedIOException changing) {
      return Stream.of(changing.toString());
    }
  }
}
