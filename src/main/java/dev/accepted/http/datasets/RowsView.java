package dev.accepted.http.datasets;

import dev.accepted.http.datasets.DatasetView.ColumnView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an imported table's rows.
 *
 * @param rows the values of each, in the order of the columns; empty ones are null
 * @param next URL of the page that follows; null on the last
 */
public record RowsView(
    List<ColumnView> columns, List<List<@Nullable Object>> rows, @Nullable String next) {}
