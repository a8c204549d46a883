package dev.accepted.http.submission;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.InvalidInput.Violation;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The members of a body that is an object. Whatever is of another form is gathered, and is one
 * problem in the end. Null is as good as none.
 */
public final class JsonMembers {

  private final JsonObject body;
  private final List<Violation> violations = new ArrayList<>();

  /**
   * Members of a body.
   *
   * @param known the names that it may have; each other is a violation
   */
  public JsonMembers(JsonObject body, Set<String> known) {
    this.body = body;
    body.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> invalid(name, "There is no such member here."));
  }

  /** A member of any form. */
  public Optional<JsonValue> value(String name) {
    return Optional.ofNullable(body.get(name))
        .filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
  }

  /** A member that is a string. */
  public Optional<String> text(String name) {
    return read(name, text -> text, "This is a string.");
  }

  /**
   * A member that is written as a string.
   *
   * @param reader what it stands for; null, or a {@link DateTimeException}, if it can't be read
   * @param otherwise what it is to be
   */
  public <T> Optional<T> read(String name, Function<String, T> reader, String otherwise) {
    Optional<JsonValue> value = value(name);
    Optional<T> found = value.flatMap(JsonMembers::string).flatMap(text -> read(text, reader));
    if (value.isPresent() && found.isEmpty()) {
      invalid(name, otherwise);
    }
    return found;
  }

  private static <T> Optional<T> read(String text, Function<String, T> reader) {
    try {
      return Optional.ofNullable(reader.apply(text));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> string(JsonValue value) {
    return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
  }

  /** A member is not what it is to be. */
  public void invalid(String name, String detail) {
    violations.add(new Violation(Pointers.to(name), detail));
  }

  /** True if nothing was wrong as yet. */
  public boolean valid() {
    return violations.isEmpty();
  }

  /**
   * Passes if nothing was wrong.
   *
   * @throws Problem 422 with pointers to what was
   */
  public void end() {
    refuse(violations);
  }

  /**
   * Passes if there are no violations.
   *
   * @throws Problem 422 with pointers to them
   */
  public static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Problem.of(ProblemType.INVALID_INPUT, "The body is not valid.")
          .with("errors", List.copyOf(violations));
    }
  }
}
