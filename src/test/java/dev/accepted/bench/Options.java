package dev.accepted.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How much is measured. Each is a system property {@code bench.NAME}; Maven hands them on.
 *
 * @param rounds how often each row is measured
 * @param seconds how long each time
 * @param warmup seconds of load on each path before the first round
 * @param connections how many keep the server busy
 * @param rate jobs a second where latency is measured
 * @param jobs how many are submitted where all are to be finished
 * @param backlogs how many jobs lie in the store, queued and finished each
 * @param listed how many jobs there are where they are listed
 * @param waiting how many requests wait at once
 * @param streams how many event streams there are beside them
 * @param bytes how large a file is sent and fetched
 * @param starts how often the server is started
 * @param only the sections to be run; all if it is empty
 * @param settings further settings of the server
 * @param stores ids of processes that keep the jobs, if that isn't the server itself
 */
record Options(
    int rounds,
    double seconds,
    double warmup,
    int connections,
    int rate,
    int jobs,
    List<Integer> backlogs,
    int listed,
    int waiting,
    int streams,
    long bytes,
    int starts,
    List<String> only,
    Map<String, String> settings,
    List<Long> stores) {

  private static final List<String> SECTIONS =
      List.of(
          "requests",
          "latency",
          "waiting",
          "crowd",
          "transfer",
          "rest",
          "postgres",
          "start",
          "backlog",
          "offenders",
          "lists");

  private static final Options USUAL =
      new Options(
          5,
          4,
          10,
          64,
          300,
          20_000,
          List.of(10_000, 100_000),
          1_000_000,
          10_000,
          2_000,
          1L << 30,
          3,
          List.of(),
          Map.of(),
          List.of());

  private static final Options QUICK =
      new Options(
          1,
          0.5,
          0.5,
          64,
          300,
          300,
          List.of(1_000),
          5_000,
          100,
          40,
          1L << 24,
          1,
          List.of(),
          Map.of(),
          List.of());

  Options {
    if (!SECTIONS.containsAll(only)) {
      throw new IllegalArgumentException("the sections are " + SECTIONS + ", not " + only);
    }
  }

  /** As the system properties say. */
  static Options read() {
    Options base = flag("quick") ? QUICK : USUAL;
    return new Options(
        value("rounds", Integer::valueOf, base.rounds),
        value("seconds", Double::valueOf, base.seconds),
        value("warmup", Double::valueOf, base.warmup),
        value("connections", Integer::valueOf, base.connections),
        value("rate", Integer::valueOf, base.rate),
        value("jobs", Integer::valueOf, base.jobs),
        value("backlog", text -> list(text, Integer::valueOf), base.backlogs),
        value("listed", Integer::valueOf, base.listed),
        value("waiting", Integer::valueOf, base.waiting),
        value("streams", Integer::valueOf, base.streams),
        value("bytes", Long::valueOf, base.bytes),
        value("starts", Integer::valueOf, base.starts),
        value("only", text -> list(text, name -> name), base.only),
        value("settings", Options::map, base.settings),
        value("stores", text -> list(text, Long::valueOf), base.stores));
  }

  /** Whether a section is to be run. */
  boolean wants(String section) {
    return only.isEmpty() || only.contains(section);
  }

  /** Where a file or folder of the build is. */
  static Path path(String name) {
    return Path.of(value(name, text -> text, ""));
  }

  private static boolean flag(String name) {
    return value(name, text -> text.equals("true"), false);
  }

  private static <T> T value(String name, Function<String, T> parser, T usual) {
    String text = System.getProperty("bench." + name, "").strip();
    return text.isEmpty() ? usual : parser.apply(text);
  }

  private static <T> List<T> list(String text, Function<String, T> parser) {
    List<T> all = new ArrayList<>();
    Stream.of(text.split(",", -1)).map(String::strip).map(parser).forEach(all::add);
    return List.copyOf(all);
  }

  private static Map<String, String> map(String text) {
    Map<String, String> all = new TreeMap<>();
    for (String setting : text.split(",", -1)) {
      String[] parts = setting.strip().split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return Map.copyOf(all);
  }
}
