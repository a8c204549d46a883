package dev.accepted.datasets.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import dev.accepted.datasets.csv.CsvOptions.DeclaredColumn;
import dev.accepted.job.PermanentFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The columns of a file, from its header, from what was declared, and from its values. */
final class CsvColumns {

  private final List<DeclaredColumn> columns;
  private final List<ColumnGuess> guesses;

  private CsvColumns(List<DeclaredColumn> columns) {
    this.columns = columns;
    this.guesses = columns.stream().map(column -> new ColumnGuess()).toList();
  }

  /**
   * @param first the file's first record
   * @throws PermanentFailure if a declared column is not in the file
   */
  static CsvColumns of(CsvRecord first, CsvOptions options) throws PermanentFailure {
    return new CsvColumns(
        options.header()
            ? byName(ColumnNames.of(first.getFields()), options.columns())
            : byPlace(first.getFieldCount(), options.columns()));
  }

  private static List<DeclaredColumn> byName(List<String> names, List<DeclaredColumn> declared)
      throws PermanentFailure {
    Map<String, Optional<ColumnType>> types = new HashMap<>();
    for (DeclaredColumn column : declared) {
      if (!names.contains(column.name())) {
        throw new PermanentFailure(
            "import-unknown-column",
            "the file has no column '%s', only %s".formatted(column.name(), names));
      }
      types.put(column.name(), column.type());
    }
    return names.stream()
        .map(name -> new DeclaredColumn(name, types.getOrDefault(name, Optional.empty())))
        .toList();
  }

  private static List<DeclaredColumn> byPlace(int fields, List<DeclaredColumn> declared)
      throws PermanentFailure {
    if (declared.isEmpty()) {
      return ColumnNames.numbered(fields).stream()
          .map(name -> new DeclaredColumn(name, Optional.empty()))
          .toList();
    }
    if (declared.size() != fields) {
      throw new PermanentFailure(
          "import-unknown-column",
          "%d columns were declared, but the first line has %d fields"
              .formatted(declared.size(), fields));
    }
    return declared;
  }

  List<String> names() {
    return columns.stream().map(DeclaredColumn::name).toList();
  }

  /** True if all types are known without a look at the values. */
  boolean settled() {
    return columns.stream().allMatch(column -> column.type().isPresent());
  }

  /** Looks at one more record; one with another number of fields doesn't count. */
  void observe(CsvRecord row) {
    if (row.getFieldCount() == columns.size()) {
      for (int place = 0; place < columns.size(); place++) {
        if (columns.get(place).type().isEmpty()) {
          guesses.get(place).observe(row.getField(place));
        }
      }
    }
  }

  List<Column> settle() {
    return new ArrayList<>(
        IntStream.range(0, columns.size())
            .mapToObj(
                place ->
                    new Column(
                        columns.get(place).name(),
                        columns.get(place).type().orElseGet(guesses.get(place)::type)))
            .toList());
  }
}
