package dev.accepted.http.simulator;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A status code of IANA's registry.
 *
 * @param reason its name there
 * @param description what it means
 * @param specification where that is laid down, such as {@code RFC 9110, section 15.5.5}
 * @param mistakes what often goes wrong with it
 * @param headers what an answer with it needs
 * @param body whether such an answer has one
 */
record StatusCode(
    int code,
    String reason,
    String description,
    String specification,
    List<String> mistakes,
    List<NeededHeader> headers,
    boolean body) {

  private static final Pattern RFC =
      Pattern.compile("RFC ([0-9]+), sections? ([0-9.]+[0-9]|[0-9])");

  static StatusCode of(JsonObject entry) {
    return new StatusCode(
        entry.getInt("code"),
        entry.getString("reason"),
        entry.getString("description"),
        entry.getString("specification"),
        entry.getJsonArray("mistakes").getValuesAs(JsonString::getString),
        entry.containsKey("headers")
            ? entry.getJsonArray("headers").getValuesAs(NeededHeader::of)
            : List.of(),
        entry.getBoolean("body", true));
  }

  /** Where its specification can be read. */
  String reference() {
    Matcher rfc = RFC.matcher(specification);
    if (!rfc.lookingAt()) {
      return "https://datatracker.ietf.org/doc/" + specification.toLowerCase(Locale.ROOT) + '/';
    }
    MatchResult found = rfc.toMatchResult();
    return "https://www.rfc-editor.org/rfc/rfc%s#section-%s"
        .formatted(found.group(1), found.group(2));
  }
}
