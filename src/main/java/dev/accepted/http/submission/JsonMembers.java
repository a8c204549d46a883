package dev.accepted.http.submission;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.InvalidInput.Violation;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a body that is an object. Whatever is of another form is gathered, and is one
 * problem in the end. Null is as good as none.
 */
public final class JsonMembers {

  private static final String WHOLE = "This is a whole number.";

  private final JsonObject body;

  /** JSON Pointer to it. */
  private final String place;

  private final List<Violation> violations;

  /**
   * Members of a body.
   *
   * @param known the names that it may have; each other is a violation
   */
  public JsonMembers(JsonObject body, Set<String> known) {
    this(body, "", known, new ArrayList<>());
  }

  private JsonMembers(
      JsonObject body, String place, Set<String> known, List<Violation> violations) {
    this.body = body;
    this.place = place;
    this.violations = violations;
    body.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> invalid(name, "There is no such member here."));
  }

  /**
   * Those of an object that is a member itself; what is wrong with them is gathered with the rest.
   *
   * @param name the member's
   */
  public JsonMembers within(String name, JsonObject object, Set<String> known) {
    return new JsonMembers(object, place + Pointers.to(name), known, violations);
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

  /** A member that is an object. */
  public Optional<JsonObject> object(String name) {
    return as(name, JsonObject.class, "This is an object.");
  }

  /** A member that is a whole number. */
  public Optional<Integer> whole(String name) {
    Optional<JsonNumber> number = as(name, JsonNumber.class, WHOLE);
    try {
      return number.map(JsonNumber::intValueExact);
    } catch (ArithmeticException other) {
      invalid(name, WHOLE);
      return Optional.empty();
    }
  }

  /** A member that is a list of strings; null if there is none. */
  public @Nullable List<String> texts(String name) {
    String otherwise = "This is a list of strings.";
    Optional<JsonArray> list = as(name, JsonArray.class, otherwise);
    if (list.isEmpty()) {
      return null;
    }
    if (list.get().stream().allMatch(one -> one instanceof JsonString)) {
      return list.get().getValuesAs(JsonString::getString);
    }
    invalid(name, otherwise);
    return null;
  }

  /** A member that is an object of strings; none if there is none. */
  public Map<String, String> strings(String name) {
    String otherwise = "This is an object of strings.";
    Map<String, String> strings = new LinkedHashMap<>();
    JsonObject object = as(name, JsonObject.class, otherwise).orElse(JsonValue.EMPTY_JSON_OBJECT);
    if (object.values().stream().allMatch(one -> one instanceof JsonString)) {
      object.forEach((key, text) -> strings.put(key, ((JsonString) text).getString()));
    } else {
      invalid(name, otherwise);
    }
    return strings;
  }

  private <T extends JsonValue> Optional<T> as(String name, Class<T> form, String otherwise) {
    Optional<JsonValue> value = value(name);
    if (value.isPresent() && !form.isInstance(value.get())) {
      invalid(name, otherwise);
    }
    return value.filter(form::isInstance).map(form::cast);
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
    violations.add(new Violation(place + Pointers.to(name), detail));
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
