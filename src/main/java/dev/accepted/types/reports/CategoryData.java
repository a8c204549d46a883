package dev.accepted.types.reports;

import dev.accepted.datasets.RowCursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value for each name, in the order in which the names come. */
final class CategoryData implements PlotData {

  private static final int MOST_NAMES = 10_000;
  private static final int MOST_BARS = 24;
  private static final int MOST_SLICES = 9;
  private static final int LONGEST_NAME = 40;

  private final PlotSpec spec;
  private final Map<String, Merged> values = new LinkedHashMap<>();
  private long withoutValue;
  private long beyond;
  private boolean merged;

  CategoryData(PlotSpec spec) {
    this.spec = spec;
  }

  /** One name and its value. */
  record Bar(String name, double value) {}

  @Override
  public PlotSpec spec() {
    return spec;
  }

  @Override
  public void accept(RowCursor row) {
    Object x = row.value(spec.x());
    if (!(row.value(spec.y()) instanceof Number number)) {
      withoutValue++;
      return;
    }
    String name = x == null ? "(empty)" : x.toString();
    Merged known = values.get(name);
    if (known != null) {
      merged = true;
      known.add(number.doubleValue(), spec.merge());
    } else if (values.size() < MOST_NAMES) {
      values.put(name, new Merged(number.doubleValue()));
    } else {
      beyond++;
    }
  }

  /** What is drawn: the largest, in their order; in a pie by size, with the rest as one slice. */
  List<Bar> bars() {
    return spec.kind() == PlotSpec.Kind.PIE ? slices() : largest(all(), MOST_BARS);
  }

  private List<Bar> all() {
    List<Bar> bars = new ArrayList<>();
    values.forEach((name, value) -> bars.add(new Bar(shorten(name), value.of(spec.merge()))));
    return bars;
  }

  private static List<Bar> largest(List<Bar> bars, int most) {
    if (bars.size() <= most) {
      return bars;
    }
    double[] sizes = bars.stream().mapToDouble(bar -> -Math.abs(bar.value())).sorted().toArray();
    double least = -sizes[most - 1];
    return bars.stream().filter(bar -> Math.abs(bar.value()) >= least).limit(most).toList();
  }

  private List<Bar> slices() {
    List<Bar> bySize =
        all().stream()
            .filter(bar -> bar.value() > 0)
            .sorted(Comparator.comparingDouble(Bar::value).reversed())
            .toList();
    if (bySize.size() <= MOST_SLICES) {
      return bySize;
    }
    List<Bar> slices = new ArrayList<>(bySize.subList(0, MOST_SLICES - 1));
    List<Bar> rest = bySize.subList(MOST_SLICES - 1, bySize.size());
    double sum = rest.stream().mapToDouble(Bar::value).sum();
    slices.add(new Bar("Other (" + CellText.count(rest.size()) + ")", sum));
    return slices;
  }

  private static String shorten(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    String x = spec.xColumn().name();
    String y = spec.yColumn().name();
    if (spec.kind() != PlotSpec.Kind.PIE && values.size() > MOST_BARS) {
      notes.add(
          "The %d largest of %s values of %s are drawn."
              .formatted(MOST_BARS, CellText.count(values.size()), x));
    }
    if (spec.kind() == PlotSpec.Kind.PIE && values.values().stream().anyMatch(this::isNoSlice)) {
      notes.add("Values of " + y + " that are not above zero are left out.");
    }
    if (merged) {
      notes.add(
          "Rows with the same %s are taken together; their values of %s are %s."
              .formatted(x, y, spec.merge().words()));
    }
    if (withoutValue > 0) {
      notes.add("Rows without " + y + " are left out: " + CellText.count(withoutValue) + ".");
    }
    if (beyond > 0) {
      notes.add(
          "Rows left out after the first %s values of %s: %s."
              .formatted(CellText.count(MOST_NAMES), x, CellText.count(beyond)));
    }
    return notes;
  }

  private boolean isNoSlice(Merged value) {
    return value.of(spec.merge()) <= 0;
  }

  /** The values of one name so far. */
  private static final class Merged {
    private double value;
    private long count = 1;

    Merged(double first) {
      value = first;
    }

    void add(double next, PlotSpec.Merge merge) {
      count++;
      value =
          switch (merge) {
            case ADD, AVERAGE -> value + next;
            case LEAST -> Math.min(value, next);
            case GREATEST -> Math.max(value, next);
          };
    }

    double of(PlotSpec.Merge merge) {
      return merge == PlotSpec.Merge.AVERAGE ? value / count : value;
    }
  }
}
