package dev.accepted.http.exchange.log;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a poll asks.
 *
 * @param resource which of the job's resources
 * @param head whether only for the headers
 */
public record Question(Resource resource, Kind kind, boolean head) {

  /** What of a job is asked again and again. */
  public enum Resource {
    MONITOR(0),
    STATUS(1),
    RESULT(2);

    private final String wireName = name().toLowerCase(Locale.ROOT);
    private final int code;

    Resource(int code) {
      this.code = code;
    }

    /** Its name in bodies. */
    public String wireName() {
      return wireName;
    }
  }

  /** How it is asked. */
  public enum Kind {
    /** How things stand. */
    POLL(0),
    /** The same, unless the client knows it: {@code If-None-Match}. */
    CONDITIONAL(1),
    /** The same when there is news: {@code Prefer: wait}, with a tag or without. */
    LONG_POLL(2);

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** Its name in bodies. */
    public String wireName() {
      return wireName;
    }
  }

  private static final List<Resource> RESOURCES = List.of(Resource.values());
  private static final List<Kind> KINDS = List.of(Kind.values());

  /** All there are, by their numbers: none is made for a poll. */
  private static final List<Question> ALL =
      RESOURCES.stream()
          .flatMap(
              resource ->
                  KINDS.stream()
                      .flatMap(
                          kind ->
                              Stream.of(
                                  new Question(resource, kind, false),
                                  new Question(resource, kind, true))))
          .toList();

  /** The question. */
  static Question of(Resource resource, Kind kind, boolean head) {
    return numbered(number(resource, kind, head));
  }

  /** The one with that {@link #number}. */
  static Question numbered(int number) {
    return ALL.get(number);
  }

  int number() {
    return number(resource, kind, head);
  }

  private static int number(Resource resource, Kind kind, boolean head) {
    return 2 * (KINDS.size() * resource.code + kind.code) + (head ? 1 : 0);
  }

  boolean waits() {
    return kind == Kind.LONG_POLL;
  }
}
