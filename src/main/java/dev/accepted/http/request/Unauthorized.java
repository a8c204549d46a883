package dev.accepted.http.request;

import dev.accepted.guard.Verdict;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;

/** Answers to those who are not known, with a challenge (RFC 6750, section 3). */
public final class Unauthorized {

  private static final String CHALLENGE = "WWW-Authenticate";

  private Unauthorized() {}

  /** Nothing was sent: no error is named then (section 3.1). */
  public static Problem missing() {
    return Problem.of(
            ProblemType.NOT_SIGNED_IN,
            "Send an API key or a bearer token: Authorization: Bearer, and what you were given.")
        .header(CHALLENGE, "Bearer");
  }

  /** What was sent doesn't count. Why, the sender is not told, but for the end of its time. */
  public static Problem of(Verdict.Refused refused) {
    String why = refused.expired() ? "It has expired." : "It doesn't count.";
    return Problem.of(ProblemType.NOT_SIGNED_IN, "A key or token was sent. " + why)
        .header(
            CHALLENGE, "Bearer error=\"invalid_token\", error_description=\"%s\"".formatted(why));
  }

  /** More was sent than one credential, or what is none. */
  public static Problem unreadable(String header, String detail) {
    return Problem.of(ProblemType.INVALID_HEADER, detail)
        .with("header", header)
        .header(CHALLENGE, "Bearer error=\"invalid_request\"");
  }
}
