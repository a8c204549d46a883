package dev.accepted.http.handover;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Has answers that come later written by the thread that the server watches connections with (see
 * the package), and lets requests end here that fail because their client is gone ({@link
 * WatchedOutput}): that is no news to an operator.
 */
@WebFilter(
    urlPatterns = "/api/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
    asyncSupported = true)
public class HandOver implements Filter {

  private static final Logger LOG = System.getLogger(HandOver.class.getName());

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answered = (HttpServletResponse) response;
    LateAnswer answer = new LateAnswer(asked, answered);
    boolean begun = false;
    try {
      chain.doFilter(new LateRequest(asked, answer), answer);
      begun = goOn(asked, answered);
    } catch (IOException | ServletException | RuntimeException failed) {
      if (!answer.isWhy(failed)) {
        throw failed;
      }
      LOG.log(Level.DEBUG, "A client was gone before all of its answer was written", failed);
    } finally {
      if (!begun) {
        StreamedAnswer.leftWith(asked).ifPresent(StreamedAnswer::drop);
      }
    }
  }

  /** True if the answer goes on; not so if it has become another, such as that of an error. */
  private static boolean goOn(HttpServletRequest request, HttpServletResponse answered)
      throws IOException {
    Optional<StreamedAnswer> left = StreamedAnswer.leftWith(request);
    boolean goesOn =
        left.isPresent()
            && !answered.isCommitted()
            && StreamedAnswer.STATUSES.contains(answered.getStatus());
    if (goesOn) {
      Outlet.open(left.get(), request, answered);
    }
    return goesOn;
  }
}
