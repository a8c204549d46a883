package dev.accepted.http.wire;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times in UTC with exactly three decimals, so that clients may compare them as text. */
public final class InstantAdapter implements JsonbAdapter<Instant, String> {

  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /** The wire's spelling of a time. */
  public static String text(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  @Override
  public String adaptToJson(Instant instant) {
    return text(instant);
  }

  @Override
  public Instant adaptFromJson(String text) {
    return Instant.parse(text);
  }
}
