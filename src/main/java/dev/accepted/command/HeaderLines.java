package dev.accepted.command;

import dev.accepted.types.inspections.course.GivenHeaders;
import dev.accepted.types.inspections.dialogue.Header;
import dev.accepted.types.inspections.dialogue.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads headers as they are given: as options, in files, in the environment. */
final class HeaderLines {

  private final Function<String, Optional<String>> environment;
  private final List<Header> lines = new ArrayList<>();

  /**
   * @param environment the value of a variable, if it is set
   */
  HeaderLines(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  /** {@code Name: value}, or {@code @} and a file with such lines. */
  void addOption(String option) throws UsageError {
    if (option.startsWith("@")) {
      addAll(TextFile.read(option.substring(1)), option.substring(1));
    } else {
      add(option, "a header");
    }
  }

  /** A variable of the environment with such lines. */
  void addVariable(String name) throws UsageError {
    Optional<String> value = environment.apply(name);
    if (value.isEmpty()) {
      throw new UsageError("there is no variable %s in the environment".formatted(name));
    }
    addAll(value.get(), name);
  }

  private void addAll(String text, String where) throws UsageError {
    for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
      add(line, "a line of " + where);
    }
  }

  private void add(String line, String what) throws UsageError {
    int colon = line.indexOf(':');
    if (colon < 1) {
      // It may be a secret without its name: it isn't repeated.
      throw new UsageError("%s is not of the form “Name: value”".formatted(what));
    }
    lines.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
  }

  /** All of them, in order. */
  Headers headers() throws UsageError {
    try {
      return GivenHeaders.of(lines);
    } catch (IllegalArgumentException refused) {
      throw new UsageError(String.valueOf(refused.getMessage()));
    }
  }
}
