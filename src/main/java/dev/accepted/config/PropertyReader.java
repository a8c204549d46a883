package dev.accepted.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Reads properties one by one; what can't be used is gathered, and read as if it weren't set. */
final class PropertyReader {

  private final Config config;
  private final List<String> faults = new ArrayList<>();

  PropertyReader(Config config) {
    this.config = config;
  }

  /** Adds a fault, for people. */
  void fault(String fault) {
    faults.add(fault);
  }

  /** All that was wrong so far. */
  List<String> faults() {
    return faults;
  }

  Iterable<String> names() {
    return config.getPropertyNames();
  }

  <T> T value(String name, Function<String, T> parser, T fallback) {
    return optional(name, parser).orElse(fallback);
  }

  <T> Optional<T> optional(String name, Function<String, T> parser) {
    Optional<String> text = text(name);
    try {
      return text.map(parser);
    } catch (RuntimeException unusable) {
      fault("%s = %s: %s".formatted(name, text.orElse(""), unusable.getMessage()));
      return Optional.empty();
    }
  }

  /** The same for what is not to be told, not even if it can't be used: it may be one slip away. */
  <T> Optional<T> secret(String name, Function<String, T> parser) {
    try {
      return text(name).map(parser);
    } catch (RuntimeException unusable) {
      fault(name + ": " + unusable.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> text(String name) {
    return config
        .getOptionalValue(name, String.class)
        .filter(text -> !text.isBlank())
        .map(String::strip);
  }

  long positive(String name, long fallback) {
    return value(name, PropertyReader::wholePositive, fallback);
  }

  long upTo(long most, String name, long fallback) {
    long number = positive(name, fallback);
    if (number > most) {
      fault("%s = %d: at most %d".formatted(name, number, most));
    }
    return number;
  }

  Duration duration(String name, Duration fallback) {
    return value(name, PropertyReader::positiveDuration, fallback);
  }

  static long wholePositive(String text) {
    long number = Long.parseLong(text);
    if (number < 1 || number > Integer.MAX_VALUE * 1024L) {
      throw new IllegalArgumentException("a whole number from 1 is needed");
    }
    return number;
  }

  /** Zero is one. */
  static Duration wholeDuration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative()) {
      throw new IllegalArgumentException("a duration from zero is needed, such as PT5S");
    }
    return duration;
  }

  /** Separated by commas, each above zero. */
  static List<Duration> durations(String list) {
    return Stream.of(list.split(",", -1))
        .map(String::strip)
        .map(PropertyReader::positiveDuration)
        .toList();
  }

  private static Duration positiveDuration(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a duration above zero is needed, such as PT1H");
    }
    return duration;
  }

  static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("true or false is needed");
    };
  }

  static URI origin(String text) {
    URI uri = URI.create(text);
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException("an absolute URL is needed, such as https://jobs.example");
    }
    return uri;
  }
}
