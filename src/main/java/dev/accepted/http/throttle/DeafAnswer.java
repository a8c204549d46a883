package dev.accepted.http.throttle;

import dev.accepted.config.Settings;
import dev.accepted.guard.throttle.Policy;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What everybody gets who is not listened to, made beforehand but for the seconds. Of the request
 * nothing is read; so a connection on which a body may be to come is closed, for what follows on it
 * must not be taken for a request.
 */
final class DeafAnswer {

  private final int status;
  private final byte[] document;
  private final String length;
  private final String policy;
  private final String limit;

  /** Makes it. */
  DeafAnswer(Settings settings, Policy rule) {
    status = settings.throttle().status();
    // Relative to the request's own URL (RFC 9457, section 3.1.1): that is not looked at either.
    String api = settings.publicUrl().map(url -> url.resolve("/api/").toString()).orElse("/api/");
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", new Urls(api).problem(ProblemType.NOT_LISTENING.slug()));
    members.put("title", ProblemType.NOT_LISTENING.title());
    members.put("detail", "Too many requests came although they were refused.");
    members.put("violated-policies", List.of(rule.name()));
    document = WireJson.bytes(members);
    length = Integer.toString(document.length);
    policy = RateLimitHeaders.policy(rule);
    limit = RateLimitHeaders.limit(rule);
  }

  /**
   * Gives it.
   *
   * @param seconds how long nothing is listened to yet
   */
  void give(HttpServletRequest request, HttpServletResponse answer, long seconds)
      throws IOException {
    String digits = Long.toString(seconds);
    answer.setStatus(status);
    answer.setHeader("Retry-After", digits);
    answer.setHeader(RateLimitHeaders.LIMIT, limit.concat(digits));
    answer.setHeader(RateLimitHeaders.POLICY, policy);
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("Content-Type", ProblemDocument.MEDIA_TYPE);
    answer.setHeader("Content-Length", length);
    boolean bodyToCome = BodyToCome.on(request);
    if (bodyToCome) {
      answer.setHeader("Connection", "close");
    }
    if (!request.getMethod().equals("HEAD")) {
      answer.getOutputStream().write(document);
    }
    if (bodyToCome) {
      // Not when the body is complete, which may be never.
      answer.flushBuffer();
    }
  }
}
