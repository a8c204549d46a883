package dev.accepted.http.pages;

import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.wire.Html;
import dev.accepted.http.wire.Urls;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no job to be shown, in the words of {@code webapp/js/job/lost.js}, for who has no
 * scripts.
 */
final class PlainProblem {

  private static final Map<Object, String> OUTCOMES =
      Map.of(
          "succeeded", "It succeeded",
          "failed", "It failed",
          "canceled", "It was canceled");

  private PlainProblem() {}

  /**
   * What is said of it.
   *
   * @param page the path that was asked for, with its query
   */
  static Plain told(Problem problem, String page) {
    return switch (problem.type()) {
      case LINK_EXPIRED ->
          lone("This link has expired", 0, "Ask whoever gave it to you for another.");
      case LINK_INVALID ->
          lone(
              "This link doesn’t count",
              0,
              "Part of it may be missing. See whether all of it came along, or ask whoever gave it"
                  + " to you for another.");
      case NOT_SIGNED_IN -> signIn(page);
      case JOB_NOT_FOUND ->
          lone(
              "No job at this address",
              0,
              "It may have been removed, it may belong to someone else, or the address is"
                  + " incomplete. If you copied it, see whether all of it came along.");
      case JOB_EXPIRED -> expired(problem.members());
      default -> other(problem);
    };
  }

  /** A page that has nothing but a heading and some sentences of this server's own or of others. */
  static Plain lone(String title, long again, String... sentences) {
    String paragraphs =
        Stream.of(sentences)
            .map(sentence -> "<p>" + Html.escaped(sentence) + "</p>\n")
            .collect(Collectors.joining());
    return panel(title, again, paragraphs);
  }

  private static Plain panel(String title, long again, String html) {
    return new Plain(
        title,
        again,
        """
        <div class="panel stack lone">
        <h1>%s</h1>
        %s</div>
        """
            .formatted(title, html));
  }

  private static Plain signIn(String page) {
    return panel(
        "Sign in to see this job",
        0,
        """
        <p>The server only shows it to those who may see it.</p>
        <p><a class="button primary" href="/sign-in?to=%s">Sign in</a></p>
        """
            .formatted(Urls.query(page)));
  }

  private static Plain expired(Map<String, Object> members) {
    return lone(
        "This job has expired",
        0,
        OUTCOMES.get(members.get("outcome")) + when(members.get("finishedAt")) + '.',
        "Results are kept for a limited time. This one was deleted%s."
            .formatted(when(members.get("expiredAt"))));
  }

  private static String when(@Nullable Object moment) {
    return moment instanceof Instant at ? ' ' + Phrase.at(at) : "";
  }

  private static Plain other(Problem problem) {
    String later = problem.headers().get("Retry-After");
    if (later == null) {
      boolean barred = problem.type().status() == ProblemType.NOT_ALLOWED.status();
      String title = barred ? "Not yours to see" : "The job can’t be shown";
      return lone(title, 0, Words.sentence(problem.detail(), "."));
    }
    long seconds = Long.parseLong(later);
    return lone(
        "One moment",
        seconds,
        "%s Trying again in %s. The job itself goes on."
            .formatted(Words.sentence(problem.detail(), "."), Words.roughly((double) seconds)));
  }
}
