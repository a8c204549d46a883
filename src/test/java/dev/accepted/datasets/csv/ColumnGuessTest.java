package dev.accepted.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.datasets.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column is taken for, by its values. */
class ColumnGuessTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1;2;-3; ;007;4                      | text",
        "1;2;-3;;0;9223372036854775807       | integer",
        "1;9223372036854775808               | decimal",
        "1;2;3;12.5                          | decimal",
        "1;2;3;N/A                           | text",
        "0.5;.5;5.;-0.25;1e-05;1.5E3         | decimal",
        "12E5;13E6                           | text",
        "01234;12345                         | text",
        "+49;+50                             | text",
        "1,5;2,5                             | text",
        "NaN;1                               | text",
        "1e999999;1.0                        | text",
        "٣;٤                                 | text",
        "true;FALSE;;True                    | boolean",
        "true;1                              | text",
        "yes;no                              | text",
        "2026-01-31;2026/02/01;1.2.2026      | date",
        "Jan 1 2000;1 Feb 2001;3-mar-2002    | date",
        "2026-02-30;2026-01-01               | text",
        "1/2/2026;3/4/2026                   | text",
        "20260131;20260201                   | integer",
        "2026-01-31T10:00;2026-01-31 10:00:01.5;2026-01-31 | timestamp",
        "2026-01-31T10:00Z;2026-01-31T10:00+01:00;2026-01-31T10:00:00-0500 | timestamp",
        "2026-01-31T10:00Z;2026-01-31T10:00  | text",
        "2026-01-31T25:00                    | text",
        "10:00;11:00                         | text",
        "' ';''                              | text",
      })
  void isTheNarrowestTypeThatFits(String values, String type) {
    ColumnGuess guess = new ColumnGuess();
    for (String value : values.split(";", -1)) {
      guess.observe(value);
    }
    assertThat(guess.type().wireName()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"false, ''", "true, x"})
  void nothingIsText(boolean any, String value) {
    ColumnGuess guess = new ColumnGuess();
    if (any) {
      guess.observe(value);
    }
    assertThat(guess.type()).isEqualTo(ColumnType.TEXT);
  }
}
