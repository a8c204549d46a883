package dev.accepted.types.reports;

import dev.accepted.datasets.RowCursor;
import java.util.List;
import java.util.function.Consumer;

/**
 * The values of a plot, gathered from the rows as they pass; their number is bounded, whatever the
 * number of rows.
 */
sealed interface PlotData extends Consumer<RowCursor> permits CategoryData, PointData {

  /** What is plotted. */
  PlotSpec spec();

  /** What a reader of the plot has to know: values left out, merged or thinned; a sentence each. */
  List<String> notes();
}
