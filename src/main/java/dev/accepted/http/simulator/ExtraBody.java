package dev.accepted.http.simulator;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.QueryParameters;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A body that a request wants in place of the usual one: {@code ?body=}.
 *
 * @param mediaType JSON if it is that, otherwise plain text: nothing that a browser would run
 */
record ExtraBody(String text, String mediaType) {

  private static final String PARAMETER = "body";
  private static final String PLAIN = "text/plain;charset=utf-8";
  private static final int LONGEST = 8_192;
  private static final int DEEPEST = 100;

  /**
   * The one of a query; empty if it wants none.
   *
   * @throws Problem 400 if it is too long
   */
  static Optional<ExtraBody> of(QueryParameters query) {
    return query.single(PARAMETER).map(ExtraBody::of);
  }

  private static ExtraBody of(String text) {
    if (text.length() > LONGEST) {
      throw Problem.parameter(PARAMETER, "\"body\" has at most %d characters.".formatted(LONGEST));
    }
    return new ExtraBody(text, isJson(text) ? MediaType.APPLICATION_JSON : PLAIN);
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Read piece by piece, so that no depth of it can exhaust the stack. What is nested deeper than
   * parsers go passes for text: Parsson's ends with a fault of its own there.
   */
  private static boolean isJson(String text) {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      boolean any = false;
      int depth = 0;
      while (depth <= DEEPEST && parser.hasNext()) {
        depth += step(parser.next());
        any = true;
      }
      return any && depth == 0;
    } catch (JsonException | NoSuchElementException notJson) {
      return false;
    }
  }

  private static int step(Event event) {
    return switch (event) {
      case START_ARRAY, START_OBJECT -> 1;
      case END_ARRAY, END_OBJECT -> -1;
      default -> 0;
    };
  }
}
