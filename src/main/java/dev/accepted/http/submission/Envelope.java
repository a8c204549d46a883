package dev.accepted.http.submission;

import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.InvalidInput.Violation;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission that names its type: {@code {"type", "input", …}} with options as further members.
 *
 * @param input an empty object if there is none
 * @param upload that the job takes as its file; null for none
 */
record Envelope(String type, JsonObject input, RequestedOptions options, @Nullable UUID upload) {

  private static final String TYPE = "type";
  private static final String LABELS = "labels";

  private static final List<String> MEMBERS =
      List.of(TYPE, "input", LABELS, OptionTexts.CALLBACK, NamedUpload.NAME);

  /** The member that holds the job's input. */
  static final String INPUT = "input";

  /**
   * Reads an envelope.
   *
   * @throws Problem 422 if its own members are wrong, 400 if an option is
   */
  static Envelope read(JsonObject body) {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonValue> member : body.entrySet()) {
      String name = member.getKey();
      if (OptionTexts.NAMES.contains(name)) {
        texts.put(name, option(name, member.getValue()));
      } else if (!MEMBERS.contains(name)) {
        throw invalid(name, "There is no such member in an envelope.");
      }
    }
    return new Envelope(
        type(body),
        input(body),
        new OptionTexts(texts, labels(body), CallbackMember.read(body)).read(),
        upload(body));
  }

  private static @Nullable UUID upload(JsonObject body) {
    JsonValue upload = body.get(NamedUpload.NAME);
    return upload == null
        ? null
        : NamedUpload.id(upload instanceof JsonString text ? text.getString() : "");
  }

  private static String type(JsonObject body) {
    if (body.get(TYPE) instanceof JsonString type) {
      return type.getString();
    }
    throw invalid(TYPE, "The name of a job type is required.");
  }

  private static JsonObject input(JsonObject body) {
    if (body.getOrDefault(INPUT, JsonValue.EMPTY_JSON_OBJECT) instanceof JsonObject input) {
      return input;
    }
    throw invalid(INPUT, "The input has to be an object.");
  }

  private static String option(String name, JsonValue value) {
    boolean number = name.equals(OptionTexts.PRIORITY) || name.equals(OptionTexts.MAX_ATTEMPTS);
    if (number && value instanceof JsonNumber whole) {
      return whole.toString();
    }
    if (!number && value instanceof JsonString text) {
      return text.getString();
    }
    throw Problem.parameter(name, "\"" + name + "\" is a JSON " + (number ? "number." : "string."));
  }

  private static Map<String, String> labels(JsonObject body) {
    Map<String, String> labels = new LinkedHashMap<>();
    JsonValue given = body.getOrDefault(LABELS, JsonValue.EMPTY_JSON_OBJECT);
    if (!(given instanceof JsonObject object)) {
      throw Problem.parameter(LABELS, "\"labels\" is a JSON object of strings.");
    }
    for (Map.Entry<String, JsonValue> label : object.entrySet()) {
      if (!(label.getValue() instanceof JsonString text)) {
        throw Problem.parameter(LABELS, "\"labels\" is a JSON object of strings.");
      }
      labels.put(label.getKey(), text.getString());
    }
    return labels;
  }

  private static Problem invalid(String member, String detail) {
    return Problem.of(ProblemType.INVALID_INPUT, "The envelope is not valid.")
        .with("errors", List.of(new Violation(Pointers.to(member), detail)));
  }
}
