package dev.accepted.types.reports;

import dev.accepted.datasets.Column;

/**
 * What to plot.
 *
 * @param x position of the column along the horizontal axis, or of a pie's slices
 * @param y position of the column of numbers
 * @param merge what becomes of several rows with one x, where only one value can be drawn
 */
record PlotSpec(Kind kind, int x, Column xColumn, int y, Column yColumn, Merge merge) {

  /** The shape of a plot. */
  enum Kind {
    BAR,
    LINE,
    PIE,
    SCATTER
  }

  /** How several values become one. */
  enum Merge {
    ADD("added up"),
    AVERAGE("averaged"),
    LEAST("reduced to the least"),
    GREATEST("reduced to the greatest");

    private final String words;

    Merge(String words) {
      this.words = words;
    }

    /** For the sentence "values of … are …". */
    String words() {
      return words;
    }
  }

  /** Whether x is a scale, of numbers or of time; else its values are names. */
  boolean scaled() {
    boolean scale =
        switch (xColumn.type()) {
          case INTEGER, DECIMAL, DATE, TIMESTAMP -> true;
          case BOOLEAN, TEXT -> false;
        };
    return kind == Kind.SCATTER || (kind == Kind.LINE && scale);
  }

  /** Begins to gather what is to be drawn. */
  PlotData collect() {
    return scaled() ? new PointData(this) : new CategoryData(this);
  }
}
