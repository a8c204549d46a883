package dev.accepted.http.header;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value with parameters: {@code value; name=word; name="quoted word"}.
 *
 * @param value what stands before the first semicolon
 * @param named by name in lower case; of two with one name, the first
 */
record Parameters(String value, Map<String, String> named) {

  /** Reads one element of a header. */
  static Parameters parse(String element) {
    List<String> parts = QuotedList.split(element, ';');
    Map<String, String> named = new LinkedHashMap<>();
    for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals).strip();
      String word = equals < 0 ? "" : part.substring(equals + 1).strip();
      named.putIfAbsent(name.toLowerCase(Locale.ROOT), QuotedList.unquote(word));
    }
    return new Parameters(parts.isEmpty() ? "" : parts.get(0), named);
  }
}
