package dev.accepted.http.stream;

import dev.accepted.config.Settings;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.metrics.StreamMetrics;
import dev.accepted.metrics.StreamMetrics.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that go on: how many there may be, and that each still has a client. */
@ApplicationScoped
public class LiveAnswers {

  private static final int LATER = 10;

  private final Set<Live> all = ConcurrentHashMap.newKeySet();

  @Inject Settings settings;
  @Inject StreamMetrics metrics;

  /** Something that goes on, and is looked after every five seconds. */
  public interface Live {

    /** What it is counted as. */
    Kind kind();

    /** Gives a sign of life, or ends what has no client any more. */
    void check();
  }

  /**
   * Passes if there is room for another.
   *
   * @throws Problem 503 if there are too many
   */
  public void admit() {
    if (all.size() >= settings.maxStreams()) {
      throw Problem.later(
          ProblemType.TOO_MANY_STREAMS, "This server has as many streams as it takes on.", LATER);
    }
  }

  /** One more; returns what makes it one less, which works also when the server stops. */
  public Runnable add(Live live) {
    Set<Live> here = all;
    StreamMetrics counts = metrics;
    here.add(live);
    counts.opened(live.kind());
    return () -> {
      if (here.remove(live)) {
        counts.closed(live.kind());
      }
    };
  }

  /** What is counted of them. */
  public StreamMetrics metrics() {
    return metrics;
  }

  /** Looks after all of them. */
  public void check() {
    all.forEach(Live::check);
  }
}
