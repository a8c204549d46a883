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
 * @param schema JSON Schema (2020-12) of the input, as text: an object
 * @param alternatives names of files that say the same as the result in other media types: see
 *     {@link #withAlternatives}
 */
public record JobDefinition(
    String name,
    String collection,
    String schema,
    Words words,
    FileInput file,
    Limits limits,
    List<String> alternatives) {

  /**
   * What people read.
   *
   * @param title a few words
   * @param description a sentence or two; empty if there is nothing to say
   * @param example an input that fits the schema, as JSON text
   */
  public record Words(String title, String description, String example) {}

  /**
   * The file that may come along.
   *
   * @param accepts its media types; {@code video/*} stands for a whole family; empty where there is
   *     no file
   * @param maxBytes a longer file is refused with 413
   */
  public record FileInput(FileRule rule, List<String> accepts, long maxBytes) {
    public FileInput {
      accepts = List.copyOf(accepts);
    }
  }

  /**
   * How much a job may take.
   *
   * @param slots how many jobs of the type run at once on a node, unless the operator says
   *     otherwise
   * @param timeout how long an attempt may take, unless the client says otherwise
   * @param retryPolicy what follows a failed attempt
   */
  public record Limits(int slots, Duration timeout, RetryPolicy retryPolicy) {
    public Limits {
      if (slots < 1 || timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("slots and timeout are positive");
      }
    }
  }

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
    alternatives = List.copyOf(alternatives);
    if (!NAME.matcher(name).matches() || !NAME.matcher(collection).matches()) {
      throw new IllegalArgumentException(
          "a name is lower case letters, digits and hyphens: " + name + ", " + collection);
    }
  }

  /** A definition with defaults: no file, four slots, one hour, the standard retry policy. */
  public static JobDefinition named(String name, String collection, String schema) {
    return new JobDefinition(
        name,
        collection,
        schema,
        new Words(name, "", "{}"),
        new FileInput(FileRule.NONE, List.of(), DEFAULT_MAX_FILE_BYTES),
        new Limits(4, Duration.ofHours(1), RetryPolicy.STANDARD),
        List.of());
  }

  /** The same with words for people. */
  public JobDefinition described(String title, String description) {
    return with(new Words(title, description, words.example()));
  }

  /** The same with an example input, as JSON text. */
  public JobDefinition withExample(String example) {
    return with(new Words(words.title(), words.description(), example));
  }

  private JobDefinition with(Words newWords) {
    return new JobDefinition(name, collection, schema, newWords, file, limits, alternatives);
  }

  /** The same, taking a file of one of these media types. */
  public JobDefinition withFile(FileRule rule, String... mediaTypes) {
    FileInput input = new FileInput(rule, List.of(mediaTypes), file.maxBytes());
    return new JobDefinition(name, collection, schema, words, input, limits, alternatives);
  }

  /** The same with other limits. */
  public JobDefinition limited(int slots, Duration timeout, RetryPolicy retryPolicy) {
    Limits newLimits = new Limits(slots, timeout, retryPolicy);
    return new JobDefinition(name, collection, schema, words, file, newLimits, alternatives);
  }

  /**
   * The same, whose jobs leave further representations of their result: files beside it ({@link
   * JobContext#file(String, String)}), by these names, each in a media type of its own. {@code GET
   * …/result} answers with the one that the request's {@code Accept} likes best, the result itself
   * first, with {@code Vary: Accept} and that one's tag; 406 if it likes none. A job that left no
   * such file has no such representation.
   */
  public JobDefinition withAlternatives(String... fileNames) {
    return new JobDefinition(name, collection, schema, words, file, limits, List.of(fileNames));
  }
}
