package dev.accepted.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of an exposition in text, by name and labels as they stand there. */
public final class Samples {

  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{.*\\})?) (\\S+)");
  private static final Pattern COMMENT =
      Pattern.compile("# (?:(?:HELP|UNIT) [a-zA-Z0-9_:]+ .*|TYPE [a-zA-Z0-9_:]+ [a-z]+|EOF)");

  private final Map<String, Double> values = new LinkedHashMap<>();

  /**
   * Reads them.
   *
   * @throws AssertionError if a line is neither a sample nor a comment of the format, or a sample
   *     comes twice
   */
  public Samples(String text) {
    for (String line : text.split("\n")) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        Double before = values.put(sample.group(1), number(sample.group(2)));
        if (before != null) {
          throw new AssertionError("twice: " + line);
        }
      } else if (!COMMENT.matcher(line).matches()) {
        throw new AssertionError("no sample: " + line);
      }
    }
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** The sample of that name and those labels. */
  public Optional<Double> find(String nameAndLabels) {
    return Optional.ofNullable(values.get(nameAndLabels));
  }

  /** The same; it has to be there. */
  public double value(String nameAndLabels) {
    return find(nameAndLabels)
        .orElseThrow(() -> new AssertionError(nameAndLabels + " is not in " + values.keySet()));
  }

  /** How many there are. */
  public int number() {
    return values.size();
  }

  /** All of them. */
  public Map<String, Double> all() {
    return values;
  }
}
