package dev.accepted.http.job;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.TimeoutHandler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A suspended request whose time runs out when a test says so. */
final class HeldResponse implements AsyncResponse {

  private final List<CompletionCallback> callbacks = new ArrayList<>();
  private @Nullable Object answer;
  private @Nullable TimeoutHandler timeoutHandler;
  private long timeoutMillis;

  /** What it was resumed with; null while it waits. */
  @Nullable Object answer() {
    return answer;
  }

  long timeoutMillis() {
    return timeoutMillis;
  }

  /** The time set is over. */
  void timeOut() {
    if (timeoutHandler != null) {
      timeoutHandler.handleTimeout(this);
    }
  }

  @Override
  public boolean resume(@Nullable Object response) {
    if (answer != null) {
      return false;
    }
    answer = response;
    callbacks.forEach(callback -> callback.onComplete(null));
    return true;
  }

  @Override
  public boolean resume(Throwable failure) {
    return resume((Object) failure);
  }

  @Override
  public boolean isSuspended() {
    return answer == null;
  }

  @Override
  public boolean isDone() {
    return answer != null;
  }

  @Override
  public boolean setTimeout(long time, TimeUnit unit) {
    timeoutMillis = unit.toMillis(time);
    return true;
  }

  @Override
  public void setTimeoutHandler(TimeoutHandler handler) {
    timeoutHandler = handler;
  }

  @Override
  public Collection<Class<?>> register(Object callback) {
    if (callback instanceof CompletionCallback completion) {
      callbacks.add(completion);
    }
    return List.of();
  }

  @Override
  public boolean cancel() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean cancel(int retryAfter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean cancel(Date retryAfter) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public Collection<Class<?>> register(Class<?> callback) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<Class<?>, Collection<Class<?>>> register(Class<?> callback, Class<?>... callbacks) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<Class<?>, Collection<Class<?>>> register(Object callback, Object... callbacks) {
    throw new UnsupportedOperationException();
  }
}
