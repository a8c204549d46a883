package dev.accepted.http.faulty;

import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Faults;
import dev.accepted.faulty.Place;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the paths below {@code /api/faulty}, as they were sent, letter by letter: servers disagree
 * on what becomes of dots, semicolons and escapes. What isn't named here isn't there.
 */
final class FaultyPath {

  private static final Pattern PATH =
      Pattern.compile("/api/faulty/([^/;]+)/(simulations|jobs/([0-9A-Za-z-]+)(/.+)?)");

  /** What a representation's links lead to, too. */
  private static final Pattern PART =
      Pattern.compile(
          "/(status|result|cancel|events|log|retry|deliveries|files(/[A-Za-z0-9_][A-Za-z0-9._-]*)?)");

  private static final Pattern BETWEEN = Pattern.compile("[+,]|%2[BCbc]");

  /** More make a path that servers refuse, and an answer in which nobody sees what is wrong. */
  private static final int MOST = 10;

  private FaultyPath() {}

  /**
   * What a request asks for.
   *
   * @throws Problem 404 if there is no such resource, 400 if there is no such fault
   */
  static Asked read(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Matcher asked = PATH.matcher(path);
    if (!asked.matches() || (asked.group(4) != null && !PART.matcher(asked.group(4)).matches())) {
      throw Problem.of(
          ProblemType.UNKNOWN_RESOURCE,
          "Below /api/faulty/{faults}/ there are simulations, and what belongs to them.");
    }
    String job = asked.group(3) == null ? "" : asked.group(3);
    String part = asked.group(4) == null ? "" : asked.group(4);
    String method = request.getMethod();
    return new Asked(
        faults(asked.group(1)),
        job.isEmpty() ? ofCollection(method) : ofJob(part, method),
        asked.group(2),
        job,
        method.equals("HEAD"),
        "");
  }

  private static List<Fault> faults(String segment) {
    List<String> names = Stream.of(BETWEEN.split(segment, -1)).distinct().toList();
    List<Fault> faults = names.stream().map(Faults::named).flatMap(Optional::stream).toList();
    if (faults.size() < names.size() || names.size() > MOST) {
      throw Problem.of(
              ProblemType.UNKNOWN_FAULT,
              "The path names a fault that there isn't, or more than %d.".formatted(MOST))
          .with("faults", Faults.all().stream().map(Fault::name).toList());
    }
    return faults;
  }

  private static Place ofCollection(String method) {
    return switch (method) {
      case "POST" -> Place.SUBMISSION;
      case "OPTIONS" -> Place.PREFLIGHT;
      default -> Place.OTHER;
    };
  }

  private static Place ofJob(String part, String method) {
    boolean reading = method.equals("GET") || method.equals("HEAD");
    return switch (part) {
      case "", "/status" ->
          switch (method) {
            case "GET", "HEAD" -> Place.MONITOR;
            case "DELETE" -> Place.REMOVAL;
            case "OPTIONS" -> Place.OPTIONS;
            default -> Place.METHOD;
          };
      case "/result" -> reading ? Place.RESULT : Place.OTHER;
      case "/cancel" -> method.equals("POST") ? Place.CANCEL : Place.OTHER;
      default -> Place.OTHER;
    };
  }
}
