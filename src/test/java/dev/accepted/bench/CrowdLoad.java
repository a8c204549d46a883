package dev.accepted.bench;

import dev.accepted.bench.load.Answer;
import dev.accepted.bench.load.Connection;
import dev.accepted.bench.load.Connections;
import dev.accepted.bench.load.EventText;
import dev.accepted.bench.load.OpenLoop;
import dev.accepted.bench.load.Request;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Cancels jobs and submits others in turn, at a fixed rate, and notes when it is told of what it
 * has canceled: by requests that wait, by streams of a few jobs, and by streams of all.
 */
final class CrowdLoad {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final String CANCELED = "canceled";

  private final Connections open;
  private final List<Connection> idle;
  private final List<CrowdJob> jobs;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> followers = new HashMap<>();
  private final long[] due;
  private int streamsOfAll;
  private int first;
  private int number;
  private int expectedOfFew;
  private long events;
  private Delays submitted = new Delays();
  private Delays polls = new Delays();
  private Delays few = new Delays();
  private Delays all = new Delays();

  /**
   * A load.
   *
   * @param idle connections for what doesn't wait
   * @param jobs those that are to be canceled
   */
  CrowdLoad(Connections open, List<Connection> idle, List<CrowdJob> jobs) {
    this.open = open;
    this.idle = idle;
    this.jobs = jobs;
    due = new long[jobs.size()];
    for (int job = 0; job < jobs.size(); job++) {
      byId.put(jobs.get(job).id(), job);
    }
  }

  /** One more stream that tells of everything. */
  void followAll() throws IOException {
    streamsOfAll++;
    open.follow(
        Request.follow("/api/events?limit=0"), (event, nanos) -> told(event, nanos, () -> all));
  }

  /**
   * One more stream that tells of a job, or of its group.
   *
   * @param job the job's place in the list
   */
  void follow(int job, boolean group) throws IOException {
    CrowdJob followed = jobs.get(job);
    followers.merge(group ? followed.group() : followed.id(), 1, Integer::sum);
    open.follow(
        group ? followed.followGroup() : followed.follow(),
        (event, nanos) -> told(event, nanos, () -> few));
  }

  /** One more request that waits for a job. */
  void await(int job) throws IOException {
    open.connect().send(jobs.get(job).await(), 0, -1 - job);
  }

  private void told(EventText event, long now, Supplier<Delays> kind) {
    if (event.isEvent()) {
      events++;
      Integer job = event.is(CANCELED) ? byId.get(event.behind("\"id\":\"")) : null;
      if (job != null && due[job] != 0) {
        kind.get().add(now - due[job]);
      }
    }
  }

  /** Cancels some, and submits as many; so many of both together a second. */
  void run(int firstJob, int count, double rate) throws IOException {
    first = firstJob;
    number = count;
    expectedOfFew =
        jobs.subList(first, first + number).stream()
            .mapToInt(
                job -> followers.getOrDefault(job.id(), 0) + followers.getOrDefault(job.group(), 0))
            .sum();
    events = 0;
    submitted = new Delays();
    polls = new Delays();
    few = new Delays();
    all = new Delays();
    OpenLoop.run(open, idle, rate, 2 * number, this::next, this::answered);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!isEverythingTold()) {
      open.serve(100, this::answered);
      if (System.nanoTime() > end) {
        throw new IOException(
            "told of %d polls, %d of few, %d of all"
                .formatted(polls.count(), few.count(), all.count()));
      }
    }
  }

  private boolean isEverythingTold() {
    return polls.count() >= number
        && few.count() >= expectedOfFew
        && all.count() >= number * streamsOfAll;
  }

  private Request next(int step, long dueNanos) {
    if (isSubmission(step)) {
      return Fixtures.SUBMIT_NOOP;
    }
    int job = first + step / 2;
    due[job] = dueNanos;
    return Request.post(jobs.get(job).path() + "/cancel", "{}");
  }

  private static boolean isSubmission(long step) {
    return step % 2 == 0;
  }

  private void answered(Connection connection, Answer answer, long now) throws IOException {
    if (connection.tag() < 0) {
      woken(connection, answer, now);
    } else if (isSubmission(connection.tag())) {
      expect(202, answer);
      submitted.add(now - connection.due());
    } else {
      expect(200, answer);
    }
  }

  /** Whose time was over before its job changed asks again. */
  private void woken(Connection connection, Answer answer, long now) throws IOException {
    expect(200, answer);
    int job = (int) (-1 - connection.tag());
    if (answer.body().contains("\"status\":\"canceled\"")) {
      polls.add(now - due[job]);
    } else {
      connection.send(jobs.get(job).await(), 0, connection.tag());
    }
  }

  private static void expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException("not as expected: " + answer.head());
    }
  }

  /** From when a submission was to be sent until its 202. */
  Delays submitted() {
    return submitted;
  }

  /** From when a cancel was to be sent until the waiting request's answer. */
  Delays polls() {
    return polls;
  }

  /** The same until the event on each stream of a few jobs. */
  Delays few() {
    return few;
  }

  /** The same until the event on each stream of all jobs. */
  Delays all() {
    return all;
  }

  /** Events of any kind, on all streams. */
  long events() {
    return events;
  }
}
