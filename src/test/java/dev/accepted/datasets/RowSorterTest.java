package dev.accepted.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sorting more than memory is meant to hold. */
class RowSorterTest {

  private static final RowOrder BY_TEXT_THEN_NUMBER =
      new RowOrder(List.of(new RowOrder.Level(1, true), new RowOrder.Level(0, false)));

  /** Little enough that more runs go to disk than are merged at once. */
  private static final long MOST_BYTES = 50_000;

  private static List<@Nullable Object[]> rows(int count) {
    Random random = new Random(42);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      String text = random.nextInt(10) == 0 ? null : "é" + random.nextInt(50);
      rows.add(
          new @Nullable Object[] {
            i,
            text,
            new BigDecimal("-12345678901234567890.5"),
            LocalDate.of(-5, 1, 1),
            LocalDateTime.of(2026, 1, 31, 23, 59, 59, 999_999_999),
            i % 2 == 0
          });
    }
    return rows;
  }

  @Test
  void mergesWhatItPutOnDisk() {
    List<@Nullable Object[]> expected = rows(20_000);
    try (RowSorter sorter = new RowSorter(BY_TEXT_THEN_NUMBER, 0, MOST_BYTES)) {
      expected.forEach(sorter::add);
      expected.sort(BY_TEXT_THEN_NUMBER);
      Iterator<@Nullable Object[]> sorted = sorter.sorted();
      for (@Nullable Object[] row : expected) {
        assertThat(Arrays.equals(sorted.next(), row)).isTrue();
      }
      assertThat(sorted.hasNext()).isFalse();
    }
  }

  @Test
  void keepsTheFirstOfMany() {
    for (int limit : new int[] {1, 10, 3_000}) {
      try (RowSorter sorter = new RowSorter(RowOrder.byFirst(1), limit)) {
        for (long i = 20_000; i > 0; i--) {
          sorter.add(new @Nullable Object[] {i % 10_000});
        }
        List<Object> first = new ArrayList<>();
        sorter.sorted().forEachRemaining(row -> first.add(String.valueOf(row[0])));
        assertThat(first).hasSize(limit).startsWith("0").endsWith(String.valueOf((limit - 1) / 2));
      }
    }
  }
}
