package dev.accepted.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads what lies beside a class: a schema, an example, a style sheet. */
public final class TextResource {

  private TextResource() {}

  /**
   * The whole of a UTF-8 resource.
   *
   * @param beside the class in whose package it lies
   * @throws NullPointerException if it isn't there, which the first use shows
   */
  public static String read(Class<?> beside, String name) {
    try (InputStream text = beside.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
