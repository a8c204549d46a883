package dev.accepted.http.handover;

import dev.accepted.http.body.BodyToCome;
import dev.accepted.http.body.Remainder;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** An asynchronous request that is completed by whoever may write to its connection. */
final class LateContext implements AsyncContext {

  private static final Logger LOG = System.getLogger(LateContext.class.getName());

  private final AsyncContext context;
  private final HttpServletRequest request;
  private final LateAnswer answer;

  LateContext(AsyncContext context, HttpServletRequest request, LateAnswer answer) {
    this.context = context;
    this.request = request;
    this.answer = answer;
  }

  /**
   * Hands the body over, if there is one that has been kept back; without waiting. What is still to
   * come of a request's own body is taken afterwards.
   */
  @Override
  public void complete() {
    LateOutput body = answer.kept();
    if (BodyToCome.isUnread(request)) {
      endUnread();
    } else if (body == null) {
      context.complete();
    } else {
      body.target().setWriteListener(new LastWrite(context, body));
    }
  }

  /** Nobody has read it, or not to its end. */
  private void endUnread() {
    try {
      answer.flushBuffer();
      Remainder.end(context, request, answer);
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "A client was gone before its answer", gone);
      context.complete();
    }
  }

  @Override
  public ServletRequest getRequest() {
    return context.getRequest();
  }

  @Override
  public ServletResponse getResponse() {
    return context.getResponse();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return context.hasOriginalRequestAndResponse();
  }

  @Override
  public void dispatch() {
    context.dispatch();
  }

  @Override
  public void dispatch(String path) {
    context.dispatch(path);
  }

  @Override
  public void dispatch(ServletContext other, String path) {
    context.dispatch(other, path);
  }

  @Override
  public void start(Runnable run) {
    context.start(run);
  }

  @Override
  public void addListener(AsyncListener listener) {
    context.addListener(listener);
  }

  @Override
  public void addListener(
      AsyncListener listener, ServletRequest request, ServletResponse response) {
    context.addListener(listener, request, response);
  }

  @Override
  public <T extends AsyncListener> @Nullable T createListener(Class<T> type)
      throws ServletException {
    return context.createListener(type);
  }

  @Override
  public void setTimeout(long millis) {
    context.setTimeout(millis);
  }

  @Override
  public long getTimeout() {
    return context.getTimeout();
  }
}
