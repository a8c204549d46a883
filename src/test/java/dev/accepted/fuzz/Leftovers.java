package dev.accepted.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a server holds that is not to grow with what was asked of it.
 *
 * @param threads of its process
 * @param open how many open files and connections its process has, by what they lead to
 * @param temporary files of the application and of the JVM that are not to last
 */
record Leftovers(int threads, Map<String, Integer> open, List<String> temporary) {

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
        descriptors(process.resolve("fd")),
        Stream.of("data/content/incoming", "data/content/work", "tmp")
            .map(folder::resolve)
            .flatMap(Leftovers::files)
            .toList());
  }

  /** Open files and connections. */
  int descriptors() {
    return open.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** In numbers. */
  String counted() {
    return "%d threads, %d descriptors, %d temporary files"
        .formatted(threads, descriptors(), temporary.size());
  }

  private static int count(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return (int) entries.count();
    }
  }

  /** Each with its numbers taken out, of which names of files and sockets are full. */
  private static Map<String, Integer> descriptors(Path directory) throws IOException {
    Map<String, Integer> open = new TreeMap<>();
    try (Stream<Path> entries = Files.list(directory)) {
      entries.forEach(entry -> open.merge(target(entry), 1, Integer::sum));
    }
    return open;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor)
          .toString()
          .replaceAll("[0-9a-f-]*[0-9][0-9a-f-]*", "#");
    } catch (IOException closed) {
      return "(closed meanwhile)";
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
