package dev.accepted.http.throttle;

import dev.accepted.config.Settings;
import dev.accepted.guard.throttle.Excess;
import dev.accepted.guard.throttle.Offenders;
import dev.accepted.guard.throttle.RequestThrottle;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.body.BodyToCome;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.RequestVisitor;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.metrics.ThrottleMetrics;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Right behind the door: who is not listened to is answered before anything of the request is
 * looked at but its address and its credential, and who has sent too much is turned away. web.xml
 * says that it comes before all other filters.
 */
public class Gate implements Filter {

  @Inject private Settings settings;
  @Inject private Visitors visitors;
  @Inject private Offenders offenders;
  @Inject private RequestThrottle requests;
  @Inject private Throttle throttle;
  @Inject private ThrottleMetrics metrics;
  @Inject private PublicUrls publicUrls;

  /** Null where nobody is refused. */
  private @Nullable DeafAnswer deaf;

  @Override
  public void init(FilterConfig config) {
    if (settings.throttle().on()) {
      DeafAnswer unheard = new DeafAnswer(settings, offenders.rule().policy());
      deaf = unheard;
      metrics.readBlocked(offenders::count);
      Object early = config.getServletContext().getAttribute(EarlyGate.Listener.class.getName());
      if (early instanceof EarlyGate.Listener listener) {
        listener.open(new EarlyGate(visitors, offenders, metrics, unheard));
      }
    }
  }

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    DeafAnswer unheard = deaf;
    if (unheard == null) {
      chain.doFilter(asked, answer);
      return;
    }
    HttpServletRequest request = (HttpServletRequest) asked;
    Visitor visitor = visitors.of(request);
    long seconds = offenders.blockedSeconds(visitor);
    if (seconds > 0) {
      metrics.offenderRequest();
      unheard.give(request, (HttpServletResponse) answer, seconds);
      return;
    }
    Excess excess = requests.draw(visitor).orElse(null);
    if (excess != null) {
      refuse(visitor, excess, request, (HttpServletResponse) answer);
      return;
    }
    RequestVisitor.leave(request, visitor);
    if (visitor.kind() == Visitor.Kind.ADDRESS) {
      visitors.stranger(request).ifPresent(stranger -> RequestVisitor.leave(request, stranger));
    }
    chain.doFilter(asked, answer);
  }

  private void refuse(
      Visitor visitor, Excess excess, HttpServletRequest request, HttpServletResponse answer)
      throws IOException {
    Problem problem =
        throttle.refusal(
            visitor,
            excess,
            ProblemType.TOO_MANY_REQUESTS,
            "This is more than %d requests in a minute.".formatted(excess.policy().quota()));
    boolean bodyToCome = BodyToCome.closes(request);
    if (bodyToCome) {
      problem.header("Connection", "close");
    }
    StringBuffer url = Objects.requireNonNull(request.getRequestURL());
    ProblemDocument.answer(problem, publicUrls.seenBy(url), request, answer);
    if (bodyToCome) {
      answer.flushBuffer();
    }
  }
}
