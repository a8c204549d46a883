package dev.accepted.events;

import dev.accepted.job.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was told lately, without a gap. Whoever has fallen behind by some seconds reads on here: the
 * journal in the store would have to be read and understood once for each of them, which makes all
 * of them fall behind further.
 */
final class RecentEvents {

  /** In bytes of the heap, roughly: some ten thousand events. */
  private static final long MOST = 8L << 20;

  /** What an event takes with its job, which has no input. */
  private static final int EVENT = 512;

  /** By the last number of an entry: the events that it stands for. */
  private final NavigableMap<Long, List<Event>> entries = new TreeMap<>();

  private long weight;

  /** All that has a higher number than this is here, up to {@link #newest}. */
  private long from;

  private long newest;

  /** Nothing was told yet that has a higher number. */
  RecentEvents(long from) {
    this.from = from;
    this.newest = from;
  }

  /**
   * A part of what was asked for.
   *
   * @param events those of the topic, in order
   * @param upTo up to this number, these are all
   */
  record Page(List<Event> events, long upTo) {}

  /** The next that is told. */
  synchronized void add(List<Event> entry) {
    long number = entry.get(entry.size() - 1).number();
    // What could not be told to its end is told anew.
    List<Event> before = entries.put(number, entry);
    weight += weight(entry) - (before == null ? 0 : weight(before));
    newest = Math.max(newest, number);
    while (weight > MOST) {
      Map.Entry<Long, List<Event>> oldest = entries.pollFirstEntry();
      weight -= weight(oldest.getValue());
      from = Math.max(from, oldest.getKey());
    }
  }

  private static long weight(List<Event> entry) {
    long sum = 0;
    for (Event event : entry) {
      LogLine line = event.line();
      sum += EVENT + (line == null ? 0 : 2L * line.text().length());
    }
    return sum;
  }

  /**
   * Something, up to that number, was told to nobody, or isn't known to have been: it isn't here.
   */
  synchronized void skipTo(long number) {
    entries.clear();
    weight = 0;
    from = number;
    newest = number;
  }

  /**
   * The next events of a topic; empty if some of them aren't here: they are too old or, though they
   * are in the journal, were told to nobody yet.
   *
   * @param after above this number
   * @param upTo up to this one
   * @param most how many at most, or as many as one entry stands for
   */
  synchronized Optional<Page> read(Topic topic, long after, long upTo, int most) {
    long end = Math.min(upTo, newest);
    if (after < from || after >= end) {
      return Optional.empty();
    }
    List<Event> found = new ArrayList<>();
    for (Map.Entry<Long, List<Event>> entry : entries.subMap(after, false, end, true).entrySet()) {
      entry.getValue().stream()
          .filter(event -> event.number() > after && topic.has(event))
          .forEach(found::add);
      if (found.size() >= most) {
        return Optional.of(new Page(found, entry.getKey()));
      }
    }
    return Optional.of(new Page(found, end));
  }
}
