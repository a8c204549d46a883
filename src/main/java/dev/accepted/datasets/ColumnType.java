package dev.accepted.datasets;

import java.util.Locale;

/** What a column holds, and the Java type in which {@link RowCursor} hands it out. */
public enum ColumnType {
  /** {@link Long}. */
  INTEGER,
  /** {@link java.math.BigDecimal}. */
  DECIMAL,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link java.time.LocalDateTime}, or in UTC if the file gave an offset. */
  TIMESTAMP,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link String}. */
  TEXT;

  /** The spelling on the wire: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
