package dev.accepted.http.signin;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An answer that leads somewhere, given on another thread than the request's: once, by whoever is
 * first. If nobody is for too long, it is given when the time is over, and not by the server, whose
 * answer would be an error.
 */
final class LateRedirect implements AsyncListener {

  private static final Logger LOG = System.getLogger(LateRedirect.class.getName());

  private final AsyncContext context;
  private final HttpServletResponse response;
  private final String otherwise;
  private final AtomicBoolean given = new AtomicBoolean();

  private LateRedirect(AsyncContext context, HttpServletResponse response, String otherwise) {
    this.context = context;
    this.response = response;
    this.otherwise = otherwise;
  }

  /**
   * The request's thread may go.
   *
   * @param patience how long there may be no answer
   * @param otherwise where it leads if there is none by then
   */
  static LateRedirect begin(
      HttpServletRequest request,
      HttpServletResponse response,
      Duration patience,
      String otherwise) {
    AsyncContext context = request.startAsync(request, response);
    LateRedirect late = new LateRedirect(context, response, otherwise);
    context.setTimeout(patience.toMillis());
    context.addListener(late);
    return late;
  }

  /** Leads there, unless it has led elsewhere already. */
  void to(String location) {
    give(location, Optional.empty());
  }

  /**
   * The same, and has the browser keep something.
   *
   * @param cookie the header {@code Set-Cookie}
   */
  void to(String location, String cookie) {
    give(location, Optional.of(cookie));
  }

  private void give(String location, Optional<String> cookie) {
    if (!given.compareAndSet(false, true)) {
      LOG.log(Level.DEBUG, "Somebody was led elsewhere before the answer was there");
      return;
    }
    try {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", location);
      cookie.ifPresent(kept -> response.addHeader("Set-Cookie", kept));
    } finally {
      complete();
    }
  }

  private void complete() {
    try {
      context.complete();
    } catch (IllegalStateException gone) {
      LOG.log(Level.DEBUG, "Nobody is there any more to be led anywhere", gone);
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    to(otherwise);
  }

  @Override
  public void onError(AsyncEvent event) {
    LOG.log(Level.DEBUG, "The server can't go on with an answer", event.getThrowable());
    to(otherwise);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    // nothing is held that would have to be given back
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // it is begun once
  }
}
