package dev.accepted.faults.streams;

import dev.accepted.faults.load.Findings;
import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.site.Node;
import dev.accepted.faults.site.Relay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Many that follow the ends of jobs, each of a group or all, and are cut off again and again. */
public final class Subscribers implements AutoCloseable {

  private static final String ENDS = "/api/events?event=succeeded&event=failed&event=canceled";
  private static final long BETWEEN_CUTS_MILLIS = 40;

  /** Of so many cuts one is the network's. */
  private static final int ONE_OF = 50;

  private static final long LOOK_AGAIN_MILLIS = 100;

  private final SplittableRandom random;
  private final Tally tally = new Tally();
  private final Doors doors;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<Follower> all = new ArrayList<>();
  private @Nullable ScheduledFuture<?> cutting;
  private @Nullable Relay cut;

  /**
   * A subscriber, and what it follows.
   *
   * @param group empty for all
   */
  private record Follower(Subscriber subscriber, String group) {

    boolean follows(Followed job) {
      return group.isEmpty() || group.equals(job.group());
    }

    List<Followed> missing(List<Followed> jobs) {
      return jobs.stream()
          .filter(job -> follows(job) && subscriber.of(job.id()).isEmpty())
          .toList();
    }
  }

  /**
   * Four in ten follow a group, three the label that all of its jobs have, three all jobs of all.
   *
   * @param groups the jobs' groups, by their label
   * @param trial what all of them have for a trial
   */
  public Subscribers(
      List<Node> nodes, int number, List<String> groups, String trial, SplittableRandom random)
      throws IOException {
    this.random = random;
    this.doors = new Doors(nodes);
    for (int i = 0; i < number; i++) {
      String group = i % 10 < 4 ? groups.get(random.nextInt(groups.size())) : "";
      String label =
          group.isEmpty() ? (i % 10 < 7 ? "&label=trial:" + trial : "") : "&label=group:" + group;
      all.add(
          new Follower(new Subscriber(ENDS + label, doors, random.split(), timer, tally), group));
    }
  }

  /** Connects all of them. */
  public void open(Duration patience) throws IOException, InterruptedException {
    all.forEach(each -> each.subscriber().connect());
    long end = System.nanoTime() + patience.toNanos();
    while (!all.stream().allMatch(each -> each.subscriber().isOpen())) {
      if (System.nanoTime() > end) {
        throw new IOException("not all streams could be opened: " + tally.words());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  /** From now on one after the other is cut off. */
  public void beginCutting() {
    cutting =
        timer.scheduleWithFixedDelay(
            this::cutOne, BETWEEN_CUTS_MILLIS, BETWEEN_CUTS_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void cutOne() {
    try {
      mend();
      if (random.nextInt(ONE_OF) > 0) {
        all.get(random.nextInt(all.size())).subscriber().cut();
      } else {
        cutNetwork(doors.any(random));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void cutNetwork(Relay network) throws IOException {
    cut = network;
    if (random.nextBoolean()) {
      network.tear();
    } else {
      network.breakOff();
    }
  }

  private void mend() {
    Relay broken = cut;
    cut = null;
    if (broken != null) {
      broken.mend();
    }
  }

  /**
   * Nobody is cut off any more: waits until all have been told of all, has everybody come back once
   * more, and notes what was told never, twice or out of order.
   *
   * @param again how long to wait whether something is told again
   */
  public void judge(List<Followed> jobs, Duration patience, Duration again, Findings findings)
      throws InterruptedException {
    stopCutting();
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end
        && all.stream().anyMatch(each -> !each.missing(jobs).isEmpty())) {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
    all.forEach(each -> each.subscriber().cut());
    TimeUnit.MILLISECONDS.sleep(again.toMillis());
    all.forEach(each -> each.subscriber().close());
    all.forEach(each -> judge(each, jobs, findings));
  }

  private void stopCutting() {
    ScheduledFuture<?> running = cutting;
    if (running == null || !running.cancel(false)) {
      throw new IllegalStateException("streams were not cut off to the end");
    }
    timer.execute(this::mend);
  }

  private static void judge(Follower each, List<Followed> jobs, Findings findings) {
    Subscriber subscriber = each.subscriber();
    for (Followed job : each.missing(jobs)) {
      findings.add(Kind.LOST, "%s was not told of the end of %s", subscriber, job.id());
    }
    for (Followed job : jobs) {
      List<Long> numbers = subscriber.of(job.id());
      if (numbers.size() > 1) {
        findings.add(Kind.TWICE, "%s was told of %s by %s", subscriber, job.id(), numbers);
      }
    }
    for (String disorder : subscriber.disorder()) {
      findings.add(Kind.BROKEN, "%s was told %s", subscriber, disorder);
    }
  }

  /** What happened to the streams. */
  public String words() {
    return tally.words();
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    all.forEach(each -> each.subscriber().close());
    doors.close();
  }
}
