package dev.accepted.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The machine that it all runs on. What only Linux tells is left out elsewhere. */
public final class Machine {

  private static final Path STAT = Path.of("/proc/stat");
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final long TICK_MILLIS = 10; // USER_HZ is 100 on all of Linux's common platforms

  private Machine() {}

  /** A line about it. */
  public static String facts() {
    return "%d cores%s%s, %s %s, JDK %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            named(CPU, "model name"),
            named(MEMORY, "MemTotal"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version());
  }

  /** CPU time that everything on the machine has used since it was started. */
  static Duration busy() {
    if (!Files.exists(STAT)) {
      return Duration.ZERO;
    }
    List<Long> ticks =
        Stream.of(lines(STAT).get(0).replaceFirst("cpu +", "").split(" ", -1))
            .map(Long::parseLong)
            .toList();
    long used = ticks.get(0) + ticks.get(1) + ticks.get(2) + ticks.get(5) + ticks.get(6);
    return Duration.ofMillis(used * TICK_MILLIS);
  }

  private static String named(Path file, String name) {
    if (!Files.exists(file)) {
      return "";
    }
    return lines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
