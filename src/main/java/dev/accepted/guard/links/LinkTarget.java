package dev.accepted.guard.links;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a link leads to. What it opens may be read, and nothing else be done. */
public enum LinkTarget {
  /** A job's result, and the files beside it. */
  RESULT(1),
  /** How a job stands, as it is asked or as it happens; and its result. */
  MONITOR(2);

  /** The part of a job that is its monitor itself. */
  public static final String SELF = "";

  private static final Set<String> OF_RESULT = Set.of("result", "files");
  private static final Set<String> OF_MONITOR = Set.of(SELF, "status", "events", "result", "files");

  private final String wireName = name().toLowerCase(Locale.ROOT);
  private final int code;

  LinkTarget(int code) {
    this.code = code;
  }

  /** Its name in bodies. */
  public String wireName() {
    return wireName;
  }

  /** Its number in tokens, never to be another's. */
  int code() {
    return code;
  }

  /** What it opens: what follows in a path after the job's id, {@link #SELF} for nothing. */
  public Set<String> parts() {
    return switch (this) {
      case RESULT -> OF_RESULT;
      case MONITOR -> OF_MONITOR;
    };
  }

  /** The target of that name. */
  public static Optional<LinkTarget> named(String name) {
    return Stream.of(values()).filter(target -> target.wireName.equals(name)).findFirst();
  }

  static Optional<LinkTarget> of(int code) {
    return Stream.of(values()).filter(target -> target.code == code).findFirst();
  }
}
