package dev.accepted.job;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a job type tells of itself. Made by {@link #named}: all but the name, the collection and the
 * schema has a default.
 *
 * @param name the type's stable name, such as {@code import}; stored with each job
 * @param collection where jobs of it are submitted: {@code POST /api/{collection}}
 * @param title a few words for people
 * @param description a sentence or two for people
 * @param schema JSON Schema (2020-12) of the input, as text: an object with {@code
 *     additionalProperties} false
 * @param example an input that fits the schema, as JSON text
 * @param file whether a file belongs to the input
 * @param accepts media types of that file, such as {@code text/csv} or {@code video/*}; empty if
 *     there is none
 * @param maxFileBytes a longer file is refused with 413
 * @param slots how many jobs of the type run at once on a node, unless the operator says otherwise
 * @param timeout how long an attempt may take, unless the client says otherwise
 * @param retryPolicy what follows a failed attempt
 */
public record JobDefinition(
    String name,
    String collection,
    String title,
    String description,
    String schema,
    String example,
    FileRule file,
    List<String> accepts,
    long maxFileBytes,
    int slots,
    Duration timeout,
    RetryPolicy retryPolicy) {

  /** Whether a file belongs to the input. */
  public enum FileRule {
    /** JSON only. */
    NONE,
    /** With or without. */
    OPTIONAL,
    /** Never without. */
    REQUIRED
  }

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final long DEFAULT_MAX_FILE_BYTES = 2L << 30;

  public JobDefinition {
    if (!NAME.matcher(name).matches() || !NAME.matcher(collection).matches()) {
      throw new IllegalArgumentException(
          "a name is lower case letters, digits and hyphens: " + name + ", " + collection);
    }
    if (slots < 1 || timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("slots and timeout are positive: " + name);
    }
    accepts = List.copyOf(accepts);
  }

  /** A definition with defaults: no file, four slots, one hour, the standard retry policy. */
  public static JobDefinition named(String name, String collection, String schema) {
    return new JobDefinition(
        name,
        collection,
        name,
        "",
        schema,
        "{}",
        FileRule.NONE,
        List.of(),
        DEFAULT_MAX_FILE_BYTES,
        4,
        Duration.ofHours(1),
        RetryPolicy.STANDARD);
  }

  /** The same with words for people. */
  public JobDefinition described(String newTitle, String newDescription) {
    return new JobDefinition(
        name,
        collection,
        newTitle,
        newDescription,
        schema,
        example,
        file,
        accepts,
        maxFileBytes,
        slots,
        timeout,
        retryPolicy);
  }

  /** The same with an example input, as JSON text. */
  public JobDefinition withExample(String newExample) {
    return new JobDefinition(
        name,
        collection,
        title,
        description,
        schema,
        newExample,
        file,
        accepts,
        maxFileBytes,
        slots,
        timeout,
        retryPolicy);
  }

  /** The same, taking a file of one of these media types. */
  public JobDefinition withFile(FileRule rule, String... mediaTypes) {
    return new JobDefinition(
        name,
        collection,
        title,
        description,
        schema,
        example,
        rule,
        List.of(mediaTypes),
        maxFileBytes,
        slots,
        timeout,
        retryPolicy);
  }

  /** The same with other limits. */
  public JobDefinition limited(int newSlots, Duration newTimeout, RetryPolicy newRetryPolicy) {
    return new JobDefinition(
        name,
        collection,
        title,
        description,
        schema,
        example,
        file,
        accepts,
        maxFileBytes,
        newSlots,
        newTimeout,
        newRetryPolicy);
  }
}
