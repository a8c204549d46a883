package dev.accepted.datasets.csv;

import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known beforehand of a CSV file; the rest is found out.
 *
 * @param delimiter between the fields; found out if empty
 * @param charset found out if empty
 * @param header whether the first record names the columns
 * @param columns types of columns; those not named here are inferred. Without a header these are
 *     all columns in order, or none
 * @param maxRejected more rejected rows than these fail the load
 */
public record CsvOptions(
    Optional<Character> delimiter,
    Optional<Charset> charset,
    boolean header,
    List<DeclaredColumn> columns,
    long maxRejected) {

  /** How many rows may be rejected unless it is said otherwise. */
  public static final long DEFAULT_MAX_REJECTED = 100;

  /** All is found out; the first record names the columns. */
  public static final CsvOptions DETECT =
      new CsvOptions(Optional.empty(), Optional.empty(), true, List.of(), DEFAULT_MAX_REJECTED);

  public CsvOptions {
    columns = List.copyOf(columns);
  }

  /**
   * The same, where the file's rows are to follow those of a dataset: its columns have the types
   * they have there, as far as nothing else is said of them.
   */
  public CsvOptions following(List<Column> present) {
    Map<String, DeclaredColumn> all = new LinkedHashMap<>();
    columns.forEach(column -> all.put(column.name(), column));
    boolean mayAdd = header || columns.isEmpty();
    for (Column column : present) {
      DeclaredColumn declared = all.get(column.name());
      if (declared == null ? mayAdd : declared.type().isEmpty()) {
        all.put(column.name(), new DeclaredColumn(column.name(), Optional.of(column.type())));
      }
    }
    return new CsvOptions(delimiter, charset, header, List.copyOf(all.values()), maxRejected);
  }

  /**
   * What the client says of a column.
   *
   * @param type inferred if empty
   */
  public record DeclaredColumn(String name, Optional<ColumnType> type) {}
}
