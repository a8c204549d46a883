package dev.accepted.bench.report;

import java.util.ArrayList;
import java.util.List;

/** The same figure from several rounds. */
public final class Series {

  private final List<Double> values = new ArrayList<>();

  public Series() {}

  /** A series of figures that are there already. */
  public Series(List<Double> values) {
    this.values.addAll(values);
  }

  /** One figure. */
  public static Series of(double value) {
    return new Series(List.of(value));
  }

  /** The figure of the next round. */
  public void add(double value) {
    values.add(value);
  }

  /** All figures, round by round. */
  public List<Double> values() {
    return List.copyOf(values);
  }

  /** The middle one, or what is halfway between the two in the middle. */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The least. */
  public double least() {
    return values.stream().mapToDouble(value -> value).min().orElseThrow();
  }

  /** The greatest. */
  public double most() {
    return values.stream().mapToDouble(value -> value).max().orElseThrow();
  }

  /** Round by round, how many times the other's figure each is. */
  public Series over(Series other) {
    Series ratios = new Series();
    for (int round = 0; round < Math.min(values.size(), other.values.size()); round++) {
      ratios.add(values.get(round) / other.values.get(round));
    }
    return ratios;
  }
}
