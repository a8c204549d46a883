package dev.accepted.faults.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Promises that were broken, counted; the first of each kind in words. */
public final class Findings {

  /** What kind of promise. */
  public enum Kind {
    /** What was acknowledged is not there, never ends, or is not whole. */
    LOST,
    /** Something happened twice that was to happen once. */
    TWICE,
    /** Any other. */
    BROKEN
  }

  private static final int MOST_WORDS = 15;

  private final Map<Kind, AtomicInteger> counts = new EnumMap<>(Kind.class);
  private final List<String> words = new CopyOnWriteArrayList<>();

  Findings() {
    for (Kind kind : Kind.values()) {
      counts.put(kind, new AtomicInteger());
    }
  }

  /** One more. */
  @SuppressWarnings("AnnotateFormatMethod") // that annotation is not on our class path
  public void add(Kind kind, String what, Object... arguments) {
    if (counts.get(kind).incrementAndGet() <= MOST_WORDS) {
      words.add(kind + ": " + what.formatted(arguments));
    }
  }

  /** How many of a kind. */
  public int count(Kind kind) {
    return counts.get(kind).get();
  }

  /** The first of each kind. */
  public List<String> words() {
    return List.copyOf(words);
  }
}
