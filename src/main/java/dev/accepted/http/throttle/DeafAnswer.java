package dev.accepted.http.throttle;

import dev.accepted.config.Settings;
import dev.accepted.guard.throttle.Policy;
import dev.accepted.http.body.BodyToCome;
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
import java.util.function.BiConsumer;

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

  int status() {
    return status;
  }

  byte[] document() {
    return document;
  }

  /** Its headers, but for {@code Connection}. */
  void headers(long seconds, BiConsumer<String, String> header) {
    String digits = Long.toString(seconds);
    header.accept("Retry-After", digits);
    header.accept(RateLimitHeaders.LIMIT, limit.concat(digits));
    header.accept(RateLimitHeaders.POLICY, policy);
    header.accept("Cache-Control", "no-store");
    header.accept("Content-Type", ProblemDocument.MEDIA_TYPE);
    header.accept("Content-Length", length);
  }

  /**
   * Gives it.
   *
   * @param seconds how long nothing is listened to yet
   */
  void give(HttpServletRequest request, HttpServletResponse answer, long seconds)
      throws IOException {
    answer.setStatus(status);
    headers(seconds, answer::setHeader);
    boolean bodyToCome = BodyToCome.closes(request);
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
