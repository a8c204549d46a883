package dev.accepted.types.inspections.dialogue;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of an answer, as far as it was read. */
public final class Body {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** How it ended. */
  public enum End {
    /** As its framing says. */
    COMPLETE,
    /** The connection was closed before. */
    BROKEN_OFF,
    /** The inspector had read enough. */
    CUT,
    /** More came than its framing says. */
    OVERRUN
  }

  private final String text;
  private final long length;
  private final End end;
  private final boolean whole;
  private final boolean json;

  /** Not held: trees are many times as long as their text, and 200 answers are kept. */
  private volatile WeakReference<@Nullable JsonValue> tree;

  /**
   * A body.
   *
   * @param start its first bytes
   * @param length in bytes, of all that came
   */
  public Body(byte[] start, long length, End end) {
    this.text = new String(start, StandardCharsets.UTF_8);
    this.length = length;
    this.end = end;
    this.whole = start.length == length && end != End.CUT;
    JsonValue read = whole ? parse(text) : null;
    this.json = read != null;
    this.tree = new WeakReference<>(read);
  }

  private static @Nullable JsonValue parse(String text) {
    String bare = text.strip();
    if (!bare.startsWith("{") && !bare.startsWith("[")) {
      return null;
    }
    try (JsonReader reader = JSON.createReader(new StringReader(bare))) {
      return reader.readValue();
    } catch (RuntimeException unreadable) {
      // Beside JsonException: nesting that is too deep, and numbers that are too long.
      return null;
    }
  }

  /** Its beginning, read as UTF-8. */
  public String text() {
    return text;
  }

  /** In bytes. */
  public long length() {
    return length;
  }

  /** How it ended. */
  public End end() {
    return end;
  }

  /** True if the text is all of it. */
  public boolean isWhole() {
    return whole;
  }

  /** True if nothing came. */
  public boolean isEmpty() {
    return length == 0;
  }

  /** True if it is an object or an array of JSON. */
  public boolean isJson() {
    return json;
  }

  /** The object that it is, if it is one. */
  public Optional<JsonObject> object() {
    return json && tree() instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  private @Nullable JsonValue tree() {
    JsonValue read = tree.get();
    if (read == null) {
      read = parse(text);
      tree = new WeakReference<>(read);
    }
    return read;
  }

  /** True if all is the same. */
  public boolean sameAs(Body other) {
    return length == other.length && text.equals(other.text);
  }
}
