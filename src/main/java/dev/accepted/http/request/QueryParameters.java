package dev.accepted.http.request;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parameters of a query. Whatever can't be used is a {@link Problem} that names the parameter.
 *
 * @param values by name, unescaped; in the order of the names, so that what is made of them is the
 *     same each time: a server's own map may have another order for each request
 */
public record QueryParameters(Map<String, List<String>> values) {

  private static final int MOST = 100;
  private static final int LONGEST_NAME = 100;

  /** Those of a request without any. */
  static final QueryParameters NONE = new QueryParameters(Map.of());

  /**
   * Those of a request.
   *
   * @throws Problem 400 if there are more than 100
   */
  static QueryParameters of(Map<String, List<String>> values) {
    int count = values.values().stream().mapToInt(List::size).sum();
    if (count > MOST) {
      throw Problem.of(
          ProblemType.BAD_REQUEST, "A query has at most %d parameters.".formatted(MOST));
    }
    return new QueryParameters(new TreeMap<>(values));
  }

  /** Passes if there are no others than these. */
  public QueryParameters only(String... known) {
    if (values.isEmpty()) {
      return this;
    }
    Set<String> names = Set.of(known);
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        String hint = known.length == 0 ? "none" : String.join(", ", List.of(known));
        String told = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + '…' : name;
        throw Problem.parameter(
            told, "There is no parameter named \"" + told + "\" here; there is " + hint + '.');
      }
    }
    return this;
  }

  /** All values of a parameter. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The value of a parameter that may stand once. */
  public Optional<String> single(String name) {
    List<String> all = all(name);
    if (all.size() > 1) {
      throw Problem.parameter(name, "\"" + name + "\" may be given once only.");
    }
    return all.stream().findFirst();
  }

  /** A whole number between bounds, both inclusive. */
  public Optional<Integer> whole(String name, int least, int most) {
    return single(name).map(text -> whole(name, text, least, most));
  }

  /** True or false; false if it isn't given. */
  public boolean flag(String name) {
    return single(name).map(text -> flag(name, text)).orElse(false);
  }

  private static boolean flag(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.parameter(name, "\"%s\" is true or false.".formatted(name));
    };
  }

  /** A point in time (RFC 3339). */
  public Optional<Instant> instant(String name) {
    return single(name).map(text -> instant(name, text));
  }

  private static int whole(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notWhole) {
      throw outside(name, least, most);
    }
    throw outside(name, least, most);
  }

  private static Problem outside(String name, int least, int most) {
    return Problem.parameter(
        name, "\"%s\" is a whole number from %d to %d.".formatted(name, least, most));
  }

  private static Instant instant(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException unreadable) {
      throw Problem.parameter(
          name,
          "\"%s\" is a time such as 2026-11-21T20:41:07Z (RFC 3339; escape a plus sign as %%2B)."
              .formatted(name));
    }
  }
}
