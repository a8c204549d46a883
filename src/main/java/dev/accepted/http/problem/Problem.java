package dev.accepted.http.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong with a request, thrown by whoever finds out and answered as problem document.
 * Carries no stack trace: it is an answer, not a fault.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final int status;
  private final transient Map<String, Object> members = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  private Problem(ProblemType type, int status, String detail) {
    super(detail, null, false, false);
    this.type = type;
    this.status = status;
  }

  /**
   * A problem.
   *
   * @param detail this occurrence of it, for people; never anything internal
   */
  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, type.status(), detail);
  }

  /** A problem answered with another status code than its type's usual one. */
  public static Problem of(ProblemType type, int status, String detail) {
    return new Problem(type, status, detail);
  }

  /** One that has gone after that many seconds, which {@code Retry-After} says. */
  public static Problem later(ProblemType type, String detail, int seconds) {
    return of(type, detail).header("Retry-After", Integer.toString(seconds));
  }

  /** A query parameter or option that can't be used. */
  public static Problem parameter(String name, String detail) {
    return of(ProblemType.INVALID_PARAMETER, detail).with("parameter", name);
  }

  /** Adds a member of its own to the document. */
  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** Adds a header to the answer. */
  public Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public int status() {
    return status;
  }

  /** This occurrence of it, for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Members of its own, in the order in which they were added. */
  public Map<String, Object> members() {
    return members;
  }

  /** Headers of the answer, beside those that every problem has. */
  public Map<String, String> headers() {
    return headers;
  }
}
