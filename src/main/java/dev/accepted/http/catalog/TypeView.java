package dev.accepted.http.catalog;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job type.
 *
 * @param collection the last part of the path where its jobs are submitted
 * @param inputSchema JSON Schema of the input
 * @param acceptedMediaTypes media types of a submission's body
 * @param file {@code none}, {@code optional} or {@code required}
 * @param example an input that fits the schema
 * @param available whether jobs of it can run here
 * @param unavailableReason why they can't; null if they can
 * @param pausedSince since when none of its jobs is started; null if they are
 */
public record TypeView(
    String name,
    String collection,
    String title,
    String description,
    JsonObject inputSchema,
    List<String> acceptedMediaTypes,
    String file,
    JsonObject example,
    Limits limits,
    boolean available,
    @Nullable String unavailableReason,
    @Nullable Instant pausedSince,
    Links links) {

  /** Where it is described, and where its jobs are submitted. */
  public record Links(String self, String submit) {}

  /**
   * What the server keeps to.
   *
   * @param maxBodyBytes longest JSON body
   * @param maxFileBytes longest file; null if the type takes none
   * @param timeout longest time of one attempt, unless the client asks for another
   * @param maxAttempts attempts in all, unless the client asks for another number
   * @param slots jobs of the type that run at once
   */
  public record Limits(
      long maxBodyBytes,
      @Nullable Long maxFileBytes,
      Duration timeout,
      int maxAttempts,
      int slots) {}
}
