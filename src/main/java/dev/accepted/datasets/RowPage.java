package dev.accepted.datasets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a dataset, in the order in which they were loaded.
 *
 * @param rows the values of each, in the order of {@code columns}; null where there is none. Their
 *     Java types: see {@link ColumnType}
 * @param next the cursor of the page that follows; null on the last
 */
public record RowPage(
    List<Column> columns, List<List<@Nullable Object>> rows, @Nullable String next) {}
