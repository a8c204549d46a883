package dev.accepted.datasets.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds out what stands between the fields: the candidate that splits most records of a sample into
 * one and the same number of fields, and into more than one.
 */
final class DelimiterDetection {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int MOST_RECORDS = 1_000;

  private DelimiterDetection() {}

  /**
   * @param sample the beginning of the file
   * @param whole whether it is the whole file; if not, its last record may be cut
   */
  static char detect(String sample, boolean whole) {
    char best = CANDIDATES[0];
    double bestScore = 0;
    for (char candidate : CANDIDATES) {
      double score = score(sample, whole, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** Agreement weighs more than the number of fields: text is full of commas. */
  private static double score(String sample, boolean whole, char candidate) {
    Map<Integer, Integer> records = new HashMap<>();
    int total = 0;
    try (CsvReader<CsvRecord> reader = CsvRecords.parser(candidate).ofCsvRecord(sample)) {
      var iterator = reader.iterator();
      while (iterator.hasNext() && total < MOST_RECORDS) {
        int fields = iterator.next().getFieldCount();
        if (whole || iterator.hasNext()) {
          records.merge(fields, 1, Integer::sum);
          total++;
        }
      }
    } catch (CsvParseException | java.io.IOException unreadable) {
      return 0;
    }
    double best = 0;
    for (Map.Entry<Integer, Integer> count : records.entrySet()) {
      double agreement = (double) count.getValue() / total;
      if (count.getKey() > 1) {
        best = Math.max(best, agreement * agreement * (1 + Math.log(count.getKey())));
      }
    }
    return best;
  }
}
