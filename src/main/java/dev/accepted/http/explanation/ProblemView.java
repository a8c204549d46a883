package dev.accepted.http.explanation;

import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.wire.Urls;

/**
 * A kind of problem, explained.
 *
 * @param type its URL, as in problem documents
 * @param usualStatus the status code it mostly comes with
 */
public record ProblemView(String type, String title, int usualStatus, String explanation) {

  static ProblemView of(ProblemType type, Urls urls) {
    return new ProblemView(
        urls.problem(type.slug()), type.title(), type.status(), type.explanation());
  }
}
