package dev.accepted.http.problem;

import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The body of a problem's answer. It has no {@code status} member, which pollers would take for a
 * job's.
 */
public final class ProblemDocument {

  /** Its media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemDocument() {}

  /** Answers with it, where no framework does. */
  public static void answer(
      Problem problem, Urls urls, HttpServletRequest request, HttpServletResponse answer)
      throws IOException {
    byte[] document = bytes(problem, urls, request.getRequestURI());
    answer.setStatus(problem.status());
    problem.headers().forEach(answer::setHeader);
    answer.setHeader("Cache-Control", "no-store");
    answer.setContentType(MEDIA_TYPE);
    answer.setContentLength(document.length);
    answer.getOutputStream().write(document);
  }

  /**
   * The document.
   *
   * @param instance the URL that was asked for
   */
  public static byte[] bytes(Problem problem, Urls urls, String instance) {
    Map<String, Object> document = new LinkedHashMap<>();
    ProblemType type = problem.type();
    document.put("type", type.registered().orElseGet(() -> urls.problem(type.slug())));
    document.put("title", problem.type().title());
    document.put("detail", problem.detail());
    document.put("instance", instance);
    document.putAll(problem.members());
    return WireJson.bytes(document);
  }
}
