package dev.accepted.types.imports;

import dev.accepted.datasets.ColumnType;
import dev.accepted.datasets.LoadMode;
import dev.accepted.datasets.csv.CsvOptions;
import dev.accepted.datasets.csv.CsvOptions.DeclaredColumn;
import dev.accepted.job.InvalidInput;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of an import, as {@code import.schema.json} describes it; null is what was left out.
 *
 * @param mode {@code replace} or {@code append}
 */
public record ImportParameters(
    String dataset,
    @Nullable String mode,
    @Nullable String delimiter,
    @Nullable String charset,
    @Nullable Boolean header,
    @Nullable List<ColumnParameter> columns,
    @Nullable Integer maxRejected) {

  /** What the client says of a column. */
  public record ColumnParameter(String name, @Nullable String type) {}

  LoadMode loadMode() {
    return "append".equals(mode) ? LoadMode.APPEND : LoadMode.REPLACE;
  }

  /**
   * How the file is written, as far as it is told.
   *
   * @throws InvalidInput if there is no such charset, or a column is named twice
   */
  CsvOptions options() throws InvalidInput {
    return new CsvOptions(
        Optional.ofNullable(delimiter).map(text -> text.charAt(0)),
        knownCharset(),
        header == null || header,
        declaredColumns(),
        maxRejected == null ? CsvOptions.DEFAULT_MAX_REJECTED : maxRejected);
  }

  private Optional<Charset> knownCharset() throws InvalidInput {
    if (charset == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(charset));
    } catch (IllegalArgumentException unknown) {
      throw InvalidInput.at("/charset", "there is no charset '%s' here".formatted(charset));
    }
  }

  private List<DeclaredColumn> declaredColumns() throws InvalidInput {
    List<DeclaredColumn> declared = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ColumnParameter column : columns == null ? List.<ColumnParameter>of() : columns) {
      if (!names.add(column.name())) {
        throw InvalidInput.at(
            "/columns/%d/name".formatted(declared.size()),
            "two columns are called '%s'".formatted(column.name()));
      }
      declared.add(
          new DeclaredColumn(
              column.name(),
              Optional.ofNullable(column.type())
                  .map(type -> ColumnType.valueOf(type.toUpperCase(Locale.ROOT)))));
    }
    return declared;
  }
}
