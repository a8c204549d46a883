package dev.accepted.types.inspections.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header lines of a message, in order. */
public record Headers(List<Header> lines) {

  /** None. */
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    lines = List.copyOf(lines);
  }

  /** Names and values by turns. */
  public static Headers of(String... namesAndValues) {
    List<Header> lines = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      lines.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(lines);
  }

  /** The value of the first line of that name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The values of all lines of that name. */
  public List<String> all(String name) {
    return lines.stream()
        .filter(line -> line.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** True if there is a line of that name. */
  public boolean has(String name) {
    return first(name).isPresent();
  }

  /** The same with those in place of what it has under their names. */
  public Headers with(Headers others) {
    List<Header> all = new ArrayList<>(lines);
    all.removeIf(line -> others.has(line.name()));
    all.addAll(others.lines);
    return new Headers(all);
  }

  /** The same without lines of that name. */
  public Headers without(String name) {
    return new Headers(lines.stream().filter(line -> !line.name().equalsIgnoreCase(name)).toList());
  }
}
