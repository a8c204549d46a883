package dev.accepted.datasets.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.accepted.datasets.Column;
import dev.accepted.datasets.ColumnType;
import dev.accepted.datasets.ValueParser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of records. */
final class RowReader {

  /** The database keeps no longer text. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final int SHOWN_CHARACTERS = 80;

  private final List<Column> columns;

  RowReader(List<Column> columns) {
    this.columns = columns;
  }

  /** A record that makes no row; the message tells why. */
  static final class BadRow extends Exception {

    private static final long serialVersionUID = 1L;

    BadRow(String reason) {
      super(reason, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** The values of the record, null where a field is empty. */
  @Nullable Object[] row(CsvRecord fields) throws BadRow {
    if (fields.getFieldCount() != columns.size()) {
      throw new BadRow(
          "number of fields: %d instead of %d".formatted(fields.getFieldCount(), columns.size()));
    }
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    for (int place = 0; place < row.length; place++) {
      row[place] = value(columns.get(place), fields.getField(place));
    }
    return row;
  }

  private static @Nullable Object value(Column column, String text) throws BadRow {
    if (text.isEmpty() || (column.type() != ColumnType.TEXT && text.isBlank())) {
      return null;
    }
    if (text.length() > MOST_CHARACTERS) {
      throw new BadRow(
          "more than %d characters in column '%s'".formatted(MOST_CHARACTERS, column.name()));
    }
    if (text.indexOf('\0') >= 0) {
      throw new BadRow(
          "the character U+0000 in column '%s', which not every database keeps"
              .formatted(column.name()));
    }
    Object value = ValueParser.parse(column.type(), text);
    if (value == null) {
      throw new BadRow(
          "'%s' in column '%s' is not %s"
              .formatted(shortened(text), column.name(), column.type().wireName()));
    }
    return value;
  }

  private static String shortened(String text) {
    return text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
  }
}
