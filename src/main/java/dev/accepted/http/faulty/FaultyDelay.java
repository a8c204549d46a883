package dev.accepted.http.faulty;

import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Place;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemDocument;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.SignedIn;
import dev.accepted.http.wire.PublicUrls;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/**
 * Holds requests to monitors back that are to be answered late; none takes a thread meanwhile.
 * web.xml has it behind all that says who asks; a request that was held comes by again, by a
 * dispatch of its own. Submissions have a body, and are held when they are answered.
 */
public class FaultyDelay implements Filter {

  private static final int LATER = 5;

  @Inject private Pasts pasts;
  @Inject private Held held;
  @Inject private PublicUrls publicUrls;

  @Override
  public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    Duration delay = Asked.leftWith(asked).map(read -> delay(request, read)).orElse(Duration.ZERO);
    if (delay.isZero()) {
      chain.doFilter(asked, answer);
    } else if (held.isFull()) {
      Problem full =
          Problem.later(
              ProblemType.TOO_MANY_SLEEPERS, "Too many requests are held already.", LATER);
      ProblemDocument.answer(
          full,
          publicUrls.seenBy(Objects.requireNonNull(request.getRequestURL())),
          request,
          (HttpServletResponse) answer);
    } else {
      AsyncContext context = request.startAsync(asked, answer);
      context.setTimeout(delay.toMillis());
      held.hold(context);
    }
  }

  private Duration delay(HttpServletRequest request, Asked asked) {
    if (asked.place() != Place.MONITOR || asked.head()) {
      return Duration.ZERO;
    }
    Past past = pasts.of(SignedIn.caller(request).owner(), asked.job());
    return asked.here().stream()
        .filter(fault -> !fault.delay().isZero() && past.isTurn(fault, true))
        .map(Fault::delay)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
