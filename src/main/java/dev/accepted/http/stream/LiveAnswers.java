package dev.accepted.http.stream;

import dev.accepted.config.Settings;
import dev.accepted.engine.JobService;
import dev.accepted.guard.Admission;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.metrics.StreamMetrics;
import dev.accepted.metrics.StreamMetrics.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The answers that go on: how many there may be, and that each still has a client. */
@ApplicationScoped
public class LiveAnswers {

  private static final int LATER = 10;

  /** Every so many checks it is asked whether what has let a client in still counts. */
  private static final int ADMISSIONS = 3;

  private final Map<Live, Admission> all = new ConcurrentHashMap<>();
  private final AtomicInteger checks = new AtomicInteger();
  private final AtomicBoolean asking = new AtomicBoolean();

  @Inject Settings settings;
  @Inject StreamMetrics metrics;
  @Inject JobService jobs;

  /** Something that goes on, and is looked after every five seconds. */
  public interface Live {

    /** What it is counted as. */
    Kind kind();

    /** Gives a sign of life, or ends what has no client any more. */
    void check();

    /** Ends, since its client would not be let in again. */
    void dismiss();
  }

  /**
   * Where one that isn't there yet will be.
   *
   * @param admission what has let its client in
   */
  public record Place(LiveAnswers among, Admission admission) {

    /** One more; returns what makes it one less, which works also when the server stops. */
    public Runnable take(Live live) {
      return among.add(live, admission);
    }

    /** What is counted of them. */
    public StreamMetrics metrics() {
      return among.metrics();
    }
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

  /** A place for an answer to whoever was let in so. */
  public Place placeFor(Admission admission) {
    return new Place(this, admission);
  }

  private Runnable add(Live live, Admission admission) {
    Map<Live, Admission> here = all;
    StreamMetrics counts = metrics;
    here.put(live, admission);
    counts.opened(live.kind());
    return () -> {
      if (here.remove(live) != null) {
        counts.closed(live.kind());
      }
    };
  }

  /** What is counted of them. */
  public StreamMetrics metrics() {
    return metrics;
  }

  /** Looks after all of them; to be called every five seconds. */
  public void check() {
    all.keySet().forEach(Live::check);
    if (checks.incrementAndGet() % ADMISSIONS == 0 && asking.compareAndSet(false, true)) {
      askAgain();
    }
  }

  /**
   * Elsewhere: it may take as long as the store does, and signs of life are not to wait for that.
   */
  private void askAgain() {
    try {
      jobs.contents().readers().execute(this::dismissWhoeverIsOut);
    } catch (RejectedExecutionException stopping) {
      asking.set(false);
    }
  }

  private void dismissWhoeverIsOut() {
    try {
      all.forEach(
          (live, admission) -> {
            if (!admission.holds()) {
              live.dismiss();
            }
          });
    } finally {
      asking.set(false);
    }
  }
}
