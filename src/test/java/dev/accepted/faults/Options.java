package dev.accepted.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is broken, and for how long. Each is a system property {@code faults.NAME}; Maven hands
 * them on.
 *
 * @param only the faults to be run; all if it is empty
 * @param each how long each goes on; a fault that is under way is finished
 * @param quick whether each is short: for a look on every change
 * @param seed of what is left to chance in what is broken, and when; not of when threads have their
 *     turns
 * @param folder where everything is kept
 * @param war the product
 * @param home a provisioned WildFly
 */
record Options(
    List<String> only, Duration each, boolean quick, long seed, Path folder, Path war, Path home) {

  private static final double USUAL_MINUTES = 4;
  private static final double QUICK_MINUTES = 0.2;

  /** As the system properties say. */
  static Options read() {
    boolean quick = text("quick").equals("true");
    String minutes = text("minutes");
    String seed = text("seed");
    double each =
        minutes.isEmpty() ? (quick ? QUICK_MINUTES : USUAL_MINUTES) : Double.parseDouble(minutes);
    return new Options(
        Stream.of(text("only").split(",", -1)).filter(name -> !name.isBlank()).toList(),
        Duration.ofMillis(Math.round(each * 60_000)),
        quick,
        seed.isEmpty() ? System.nanoTime() : Long.parseLong(seed),
        Path.of(text("folder")).toAbsolutePath(),
        Path.of(text("war")),
        Path.of(text("home")));
  }

  /** Whether a fault is to be run. */
  boolean wants(String fault) {
    return only.isEmpty() || only.contains(fault);
  }

  private static String text(String name) {
    return System.getProperty("faults." + name, "").strip();
  }
}
