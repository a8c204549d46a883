package dev.accepted.types.inspections.rules;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Finds members that hold times. */
final class Times {

  private static final Pattern NAME =
      Pattern.compile(
          "[a-z]+(?:At|_at|DateTime|TimeStamp|Timestamp|_timestamp|_time)|(?:created|started|finished|completed|updated|submitted|start|end)(?:Time|Date|_date)?|createdTime|lastUpdatedTime|timestamp");

  private static final Pattern DURATION = Pattern.compile("P[0-9TDHMSWY.]+");

  private Times() {}

  /** Whether the object has a member that is called like a time, and is none of RFC 3339. */
  static boolean hasUnreadable(JsonObject body) {
    return body.entrySet().stream()
        .filter(member -> NAME.matcher(member.getKey()).matches())
        .anyMatch(member -> isUnreadable(member.getValue()));
  }

  private static boolean isUnreadable(JsonValue value) {
    if (value instanceof JsonNumber) {
      return true;
    }
    if (!(value instanceof JsonString text) || text.getString().isEmpty()) {
      return false;
    }
    try {
      OffsetDateTime.parse(text.getString());
      return false;
    } catch (DateTimeException none) {
      return !DURATION.matcher(text.getString()).matches();
    }
  }
}
