package dev.accepted.types.reports;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.TickUnits;

/** Steps of a time axis, from seconds to centuries, labelled after ISO 8601. */
final class DateTicks {

  private DateTicks() {}

  static TickUnits iso() {
    TickUnits units = new TickUnits();
    add(units, DateTickUnitType.SECOND, "HH:mm:ss", 1, 5, 15, 30);
    add(units, DateTickUnitType.MINUTE, "HH:mm", 1, 5, 15, 30);
    add(units, DateTickUnitType.HOUR, "MM-dd HH:mm", 1, 3, 6, 12);
    add(units, DateTickUnitType.DAY, "yyyy-MM-dd", 1, 2, 7, 14);
    add(units, DateTickUnitType.MONTH, "yyyy-MM", 1, 2, 3, 6);
    add(units, DateTickUnitType.YEAR, "yyyy", 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);
    return units;
  }

  private static void add(TickUnits units, DateTickUnitType type, String pattern, int... steps) {
    DateFormat format = new SimpleDateFormat(pattern, Locale.ROOT);
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    for (int step : steps) {
      units.add(new DateTickUnit(type, step, format));
    }
  }
}
