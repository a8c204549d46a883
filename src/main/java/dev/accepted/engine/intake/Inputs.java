package dev.accepted.engine.intake;

import dev.accepted.engine.registry.JobTypes;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.job.InputFile;
import dev.accepted.job.InvalidInput;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.job.JobDefinition.FileRule;
import dev.accepted.job.JobType;
import dev.accepted.job.Submitter;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads inputs: JSON against its type's schema, then into the type's parameters, then past the
 * type's own eyes.
 */
public final class Inputs {

  /** What these keywords report, the ones below them report better. */
  private static final Set<String> CONTAINERS =
      Set.of("properties", "items", "$ref", "allOf", "additionalProperties", "prefixItems");

  /** A client that made more mistakes learns of the others when these are mended. */
  private static final int MOST_VIOLATIONS = 50;

  private static final int LONGEST = 500;
  private static final JsonProvider JSON = JsonProvider.provider();

  private final Jsonb jsonb = JsonbBuilder.create();
  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new JakartaJsonNode.Factory()).createValidator();
  private final Map<String, URI> schemas = new HashMap<>();

  /** Reads the schemas of these types. */
  public Inputs(JobTypes types) {
    for (RegisteredType type : types.all()) {
      schemas.put(type.name(), validator.registerSchema(type.definition().schema()));
    }
  }

  /**
   * Checks an input before it is accepted.
   *
   * @param text the same as JSON text
   * @param submitter whose job it will be
   * @return the input as it is to be stored
   * @throws Refusal.Unprocessable if it can't be accepted
   */
  public CheckedInput check(
      RegisteredType type,
      JsonObject input,
      String text,
      @Nullable InputFile file,
      Submitter submitter) {
    URI schema = Objects.requireNonNull(schemas.get(type.name()));
    Validator.Result result = validator.validate(schema, input);
    if (!result.isValid()) {
      throw new Refusal.Unprocessable(violations(result.getErrors()));
    }
    if (file == null && type.definition().file().rule() == FileRule.REQUIRED) {
      throw unprocessable(
          "", "A file is required: send it as the body, or as the part named “file” of a form.");
    }
    if (file != null && type.definition().file().rule() == FileRule.NONE) {
      throw unprocessable("", "This job type takes no file.");
    }
    return validate(type.type(), input, text, file, submitter);
  }

  private <P> CheckedInput validate(
      JobType<P> type,
      JsonObject input,
      String text,
      @Nullable InputFile file,
      Submitter submitter) {
    try {
      P parameters = read(type, text);
      type.validate(parameters, file, submitter.owner());
      Map<String, String> settled = type.settled(parameters, submitter);
      return new CheckedInput(
          settled.isEmpty() ? text : with(input, settled), type.expectedDuration(parameters));
    } catch (InvalidInput invalid) {
      throw new Refusal.Unprocessable(invalid.violations());
    } catch (JsonbException mismatch) {
      throw unprocessable(
          "", "The input could not be read: a member has a value of the wrong kind.");
    }
  }

  private static String with(JsonObject input, Map<String, String> more) {
    JsonObjectBuilder all = JSON.createObjectBuilder(input);
    more.forEach(all::add);
    return all.build().toString();
  }

  /** The parameters of a type, from an input's JSON text. */
  public <P> P read(JobType<P> type, String input) {
    return jsonb.fromJson(input, type.parameters());
  }

  private static Refusal.Unprocessable unprocessable(String pointer, String detail) {
    return new Refusal.Unprocessable(List.of(new Violation(pointer, detail)));
  }

  private static List<Violation> violations(List<Error> errors) {
    List<Violation> all =
        errors.stream()
            .filter(error -> !CONTAINERS.contains(String.valueOf(error.getKeyword())))
            .map(error -> new Violation(cut(error.getInstanceLocation()), cut(sentence(error))))
            .distinct()
            .limit(MOST_VIOLATIONS)
            .toList();
    return all.isEmpty()
        ? errors.stream()
            .map(error -> new Violation(cut(error.getInstanceLocation()), cut(error.getError())))
            .limit(MOST_VIOLATIONS)
            .toList()
        : all;
  }

  /** Both may repeat what the client sent, and that may be long. */
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /**
   * The validator's words, but for a schema that is {@code false}: that is how unknown members are
   * refused.
   */
  private static String sentence(Error error) {
    return error.getError().startsWith("False schema")
        ? "This member is not known here."
        : error.getError();
  }
}
