package dev.accepted.http.datasets;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.DatasetInfo;
import dev.accepted.http.wire.Urls;
import java.time.Instant;
import java.util.List;

/**
 * An imported table.
 *
 * @param rows how many there are
 */
public record DatasetView(
    String name, List<ColumnView> columns, long rows, Instant updatedAt, Links links) {

  /**
   * A column.
   *
   * @param type in the wire's spelling
   */
  public record ColumnView(String name, String type) {

    static List<ColumnView> of(List<Column> columns) {
      return columns.stream()
          .map(column -> new ColumnView(column.name(), column.type().wireName()))
          .toList();
    }
  }

  /** Where it is, and where its rows are. */
  public record Links(String self, String rows) {}

  static DatasetView of(DatasetInfo dataset, Urls urls) {
    return new DatasetView(
        dataset.name(),
        ColumnView.of(dataset.columns()),
        dataset.rows(),
        dataset.updatedAt(),
        new Links(urls.dataset(dataset.name()), urls.rows(dataset.name())));
  }
}
