package dev.accepted.http.faulty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that are held back until their time is over, or this server stops. */
@ApplicationScoped
class Held {

  /** Each has a connection and some kilobytes. */
  private static final int MOST = 500;

  private final Set<AsyncContext> all = ConcurrentHashMap.newKeySet();

  /** Whether no more may be held. */
  boolean isFull() {
    return all.size() >= MOST;
  }

  /** Lets it go on when its time is over. */
  void hold(AsyncContext context) {
    Set<AsyncContext> here = all;
    here.add(context);
    context.addListener(new Release(here, context));
  }

  /** Before the server takes the application away. */
  void releaseAll(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
    for (AsyncContext context : Set.copyOf(all)) {
      if (all.remove(context)) {
        context.dispatch();
      }
    }
  }

  /** What becomes of one. */
  private record Release(Set<AsyncContext> held, AsyncContext context) implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) {
      if (held.remove(context)) {
        context.dispatch();
      }
    }

    @Override
    public void onComplete(AsyncEvent event) {
      held.remove(context);
    }

    @Override
    public void onError(AsyncEvent event) {
      held.remove(context);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // It goes on, and waits for something else now.
      held.remove(context);
    }
  }
}
