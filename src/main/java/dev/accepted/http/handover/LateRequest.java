package dev.accepted.http.handover;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request that, once it is answered asynchronously, ends in a {@link LateContext}. */
final class LateRequest extends HttpServletRequestWrapper {

  private final LateAnswer answer;
  private volatile @Nullable LateContext context;

  LateRequest(HttpServletRequest request, LateAnswer answer) {
    super(request);
    this.answer = answer;
  }

  @Override
  public AsyncContext startAsync() {
    return late(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return late(super.startAsync(request, response));
  }

  @Override
  public AsyncContext getAsyncContext() {
    LateContext started = context;
    return started == null ? super.getAsyncContext() : started;
  }

  private AsyncContext late(AsyncContext started) {
    LateContext late = new LateContext(started, this, answer);
    context = late;
    answer.collect();
    return late;
  }
}
