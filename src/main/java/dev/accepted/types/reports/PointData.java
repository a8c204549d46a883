package dev.accepted.types.reports;

import dev.accepted.datasets.RowCursor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points of two scales. When there are too many, every second is dropped and from then on only
 * every second taken, and so on: an even choice over all rows.
 */
final class PointData implements PlotData {

  private static final int MOST_POINTS = 4_096;

  private final PlotSpec spec;
  private final double[] xs = new double[MOST_POINTS];
  private final double[] ys = new double[MOST_POINTS];
  private int size;
  private long seen;
  private long stride = 1;
  private long withoutValue;

  PointData(PlotSpec spec) {
    this.spec = spec;
  }

  /**
   * One point.
   *
   * @param x a number, or milliseconds since 1970 of a date
   */
  record Point(double x, double y) {}

  @Override
  public PlotSpec spec() {
    return spec;
  }

  @Override
  public void accept(RowCursor row) {
    double x = scale(row.value(spec.x()));
    double y = scale(row.value(spec.y()));
    if (Double.isNaN(x) || Double.isNaN(y)) {
      withoutValue++;
    } else if (seen++ % stride == 0) {
      if (size == MOST_POINTS) {
        halve();
      }
      xs[size] = x;
      ys[size++] = y;
    }
  }

  private void halve() {
    for (int i = 0; i < MOST_POINTS; i += 2) {
      xs[i / 2] = xs[i];
      ys[i / 2] = ys[i];
    }
    size = MOST_POINTS / 2;
    stride *= 2;
  }

  private static double scale(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof LocalDate day) {
      return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    return value instanceof LocalDateTime time
        ? time.toInstant(ZoneOffset.UTC).toEpochMilli()
        : Double.NaN;
  }

  /** What is drawn, in the order of the rows. */
  List<Point> points() {
    List<Point> points = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      points.add(new Point(xs[i], ys[i]));
    }
    return points;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (stride > 1) {
      notes.add(
          "%s of %s points are drawn: one in %s."
              .formatted(CellText.count(size), CellText.count(seen), CellText.count(stride)));
    }
    if (withoutValue > 0) {
      notes.add("Rows without a value are left out: " + CellText.count(withoutValue) + ".");
    }
    if (spec.kind() == PlotSpec.Kind.LINE
        && points().stream().map(Point::x).distinct().count() < size) {
      notes.add(
          "Where rows share a value of %s, the line follows their average."
              .formatted(spec.xColumn().name()));
    }
    return notes;
  }
}
