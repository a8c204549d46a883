package dev.accepted.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) into maps, lists, strings, doubles and booleans. What is null is left out:
 * to those who read a representation it is as good as absent.
 */
final class JsonText {

  /** Whatever is nested deeper isn't a status. */
  private static final int DEEPEST = 64;

  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;
  private static final Object NULL = new Object();

  private final String text;
  private int at;

  private static final class NotJson extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private JsonText(String text) {
    this.text = text;
  }

  /** The object that the text is; empty if it is anything else. */
  static Optional<Map<String, Object>> object(String text) {
    JsonText json = new JsonText(text);
    try {
      json.space();
      if (json.peek() != '{') {
        return Optional.empty();
      }
      Map<String, Object> object = json.members(0);
      json.space();
      return json.at == text.length() ? Optional.of(object) : Optional.empty();
    } catch (NotJson something) {
      return Optional.empty();
    }
  }

  private Object value(int depth) throws NotJson {
    if (depth > DEEPEST) {
      throw new NotJson();
    }
    space();
    return switch (peek()) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", NULL);
      default -> number();
    };
  }

  private Map<String, Object> members(int depth) throws NotJson {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    space();
    if (skipped('}')) {
      return members;
    }
    do {
      space();
      String name = string();
      space();
      expect(':');
      Object value = value(depth + 1);
      if (value != NULL) {
        members.put(name, value);
      }
      space();
    } while (skipped(','));
    expect('}');
    return members;
  }

  private List<Object> elements(int depth) throws NotJson {
    List<Object> elements = new ArrayList<>();
    at++;
    space();
    if (skipped(']')) {
      return elements;
    }
    do {
      Object value = value(depth + 1);
      if (value != NULL) {
        elements.add(value);
      }
      space();
    } while (skipped(','));
    expect(']');
    return elements;
  }

  private String string() throws NotJson {
    expect('"');
    StringBuilder string = new StringBuilder();
    for (char next = take(); next != '"'; next = take()) {
      if (next < ' ') {
        throw new NotJson();
      }
      string.append(next == '\\' ? escaped() : next);
    }
    return string.toString();
  }

  private char escaped() throws NotJson {
    char kind = take();
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> throw new NotJson();
    };
  }

  private char hex() throws NotJson {
    int code = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      int digit = Character.digit(take(), HEX);
      if (digit < 0) {
        throw new NotJson();
      }
      code = code * HEX + digit;
    }
    return (char) code;
  }

  /** A double: exact numbers with an exponent of a billion would take a gigabyte. */
  private Double number() throws NotJson {
    int begin = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.valueOf(text.substring(begin, at));
    } catch (NumberFormatException none) {
      throw new NotJson();
    }
  }

  private Object word(String word, Object value) throws NotJson {
    if (!text.startsWith(word, at)) {
      throw new NotJson();
    }
    at += word.length();
    return value;
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws NotJson {
    if (at >= text.length()) {
      throw new NotJson();
    }
    return text.charAt(at);
  }

  private char take() throws NotJson {
    char next = peek();
    at++;
    return next;
  }

  private boolean skipped(char wanted) throws NotJson {
    boolean there = peek() == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private void expect(char wanted) throws NotJson {
    if (take() != wanted) {
      throw new NotJson();
    }
  }
}
