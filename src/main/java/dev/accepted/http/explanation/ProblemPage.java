package dev.accepted.http.explanation;

import dev.accepted.http.wire.Html;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Explanations of problems for people, as a page without anything that would have to be loaded. */
final class ProblemPage {

  private ProblemPage() {}

  static byte[] html(List<ProblemView> problems) {
    boolean single = problems.size() == 1;
    String heading = single ? problems.get(0).title() : "Problems";
    String entries =
        problems.stream()
            .map(problem -> single ? words(problem) : entry(problem))
            .collect(Collectors.joining());
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s</main>
        </body>
        </html>
        """
        .formatted(Html.escaped(heading), Html.escaped(heading), entries)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String entry(ProblemView problem) {
    return """
        <h2><a href="%s">%s</a></h2>
        %s"""
        .formatted(Html.escaped(problem.type()), Html.escaped(problem.title()), words(problem));
  }

  private static String words(ProblemView problem) {
    return """
        <p>Status %d. %s</p>
        """
        .formatted(problem.usualStatus(), Html.escaped(problem.explanation()));
  }
}
