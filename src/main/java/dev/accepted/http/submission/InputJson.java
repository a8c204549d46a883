package dev.accepted.http.submission;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.job.InvalidInput.Violation;
import dev.accepted.job.JobDefinition;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Reads JSON that clients send; stricter than the library where its leniency would hide errors. */
final class InputJson {

  /** {@code Json.create…} would look for a provider on the class path each time. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final JsonReaderFactory READERS =
      JSON.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private static final JsonParserFactory PARSERS = JSON.createParserFactory(Map.of());

  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 1000;

  /** An input with a list of 50,000 values passes; what 1 MiB of brackets would take doesn't. */
  private static final int MOST_VALUES = 100_000;

  private static final Set<JsonParser.Event> NO_VALUES =
      Set.of(JsonParser.Event.KEY_NAME, JsonParser.Event.END_ARRAY, JsonParser.Event.END_OBJECT);

  private InputJson() {}

  /**
   * Reads a whole body.
   *
   * @throws Problem 400 if it isn't JSON in UTF-8, a name stands twice in an object, or it is
   *     nested or has numbers beyond reason; 422 if it is no object, or has more than 100,000
   *     values
   */
  static JsonObject object(byte[] body) {
    JsonValue value = value(text(body));
    if (value instanceof JsonObject object) {
      return object;
    }
    throw Problem.of(ProblemType.INVALID_INPUT, "The body has to be a JSON object.")
        .with("errors", List.of(new Violation("", "It has to be an object.")));
  }

  /** The schema of a job type's input. */
  static JsonObject schema(JobDefinition type) {
    return value(type.schema()).asJsonObject();
  }

  /** Reads any JSON value; see {@link #object}. */
  static JsonValue value(String text) {
    if (text.isBlank()) {
      throw Problem.of(ProblemType.MALFORMED_JSON, "The body is empty.");
    }
    scan(text);
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (JsonParsingException duplicate) {
      throw malformed("A name stands twice in an object", duplicate.getLocation());
    }
  }

  /** The reader stops behind the first value; the parser goes on and finds what shouldn't be. */
  private static void scan(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      scan(parser);
    } catch (JsonParsingException malformed) {
      throw malformed("The body is not well-formed JSON", malformed.getLocation());
    } catch (JsonException | NoSuchElementException malformed) {
      throw Problem.of(ProblemType.MALFORMED_JSON, "The body is not well-formed JSON.");
    }
  }

  private static void scan(JsonParser parser) {
    int depth = 0;
    int values = 0;
    while (parser.hasNext()) {
      JsonParser.Event event = parser.next();
      if (!NO_VALUES.contains(event) && ++values > MOST_VALUES) {
        throw tooMany();
      }
      switch (event) {
        case START_ARRAY, START_OBJECT -> depth++;
        case END_ARRAY, END_OBJECT -> depth--;
        case VALUE_NUMBER -> checkNumber(parser);
        default -> {}
      }
      if (depth > DEEPEST) {
        throw malformed("The body is nested too deeply", parser.getLocation());
      }
    }
  }

  /** Looks at its length first: to read a million digits takes seconds. */
  private static void checkNumber(JsonParser parser) {
    if (parser.getString().length() > LONGEST_NUMBER) {
      throw malformed("A number has too many digits", parser.getLocation());
    }
    try {
      BigDecimal number = parser.getBigDecimal();
      if (Math.abs((long) number.scale()) + number.precision() > LONGEST_NUMBER) {
        throw malformed("A number has too many digits", parser.getLocation());
      }
    } catch (NumberFormatException beyond) { // an exponent that fits no int
      throw malformed("A number has too many digits", parser.getLocation());
    }
  }

  private static Problem tooMany() {
    return Problem.of(ProblemType.INVALID_INPUT, "The body has too many values.")
        .with(
            "errors",
            List.of(new Violation("", "It has more than %d values.".formatted(MOST_VALUES))));
  }

  private static Problem malformed(String detail, JsonLocation where) {
    return Problem.of(
            ProblemType.MALFORMED_JSON,
            "%s (line %d, column %d)."
                .formatted(detail, where.getLineNumber(), where.getColumnNumber()))
        .with(
            "position",
            new JsonPosition(
                where.getLineNumber(), where.getColumnNumber(), where.getStreamOffset()));
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw Problem.of(ProblemType.MALFORMED_JSON, "The body is not UTF-8.");
    }
  }
}
