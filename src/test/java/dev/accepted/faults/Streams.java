package dev.accepted.faults;

import dev.accepted.faults.load.Load;
import dev.accepted.faults.site.Node;
import dev.accepted.faults.streams.Followed;
import dev.accepted.faults.streams.Subscribers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Cuts streams of events off again and again while jobs end, and kills one of three servers in the
 * midst: who comes back at any of them, with the number of the last event, is told of each end
 * once.
 */
final class Streams implements Fault {

  private static final int GROUPS = 10;
  private static final int LONGEST_PAUSE_MILLIS = 80;
  private static final Duration DOWN = Duration.ofSeconds(3);
  private static final Duration RESCUE = Duration.ofSeconds(10);
  private static final Duration OPENING = Duration.ofSeconds(30);
  private static final Duration SUBMITTING = Duration.ofMinutes(5);
  private static final Duration ENDING = Duration.ofSeconds(60);
  private static final Duration AGAIN = Duration.ofSeconds(3);

  /**
   * How much of it.
   *
   * @param before how long to wait until a server is killed, or up to twice as long
   */
  private record Form(int streams, int jobs, Duration before) {

    static final Form WHOLE = new Form(100, 1_000, Duration.ofSeconds(12));
    static final Form SHORT = new Form(20, 150, Duration.ofSeconds(2));
  }

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public Ground ground() {
    return Ground.CLUSTER;
  }

  @Override
  public void inject(Trial trial) throws IOException, InterruptedException {
    Form form = trial.options().quick() ? Form.SHORT : Form.WHOLE;
    Load load = trial.load();
    List<String> groups = IntStream.range(0, GROUPS).mapToObj(i -> load.trial() + "-" + i).toList();
    ExecutorService submitter = Executors.newSingleThreadExecutor();
    try (Subscribers subscribers =
        new Subscribers(
            trial.site().nodes(), form.streams(), groups, load.trialApart(), split(trial))) {
      subscribers.open(OPENING);
      subscribers.beginCutting();
      SplittableRandom random = split(trial);
      Future<List<Followed>> submitting =
          submitter.submit(() -> submit(load, form.jobs(), groups, random));
      kill(trial, form);
      List<Followed> jobs = all(submitting);
      subscribers.judge(jobs, ENDING, AGAIN, load.findings());
      trial.check(jobs.size() == form.jobs(), "%d jobs were taken", jobs.size());
      trial.note("%d streams, %,d jobs: %s", form.streams(), jobs.size(), subscribers.words());
    } finally {
      submitter.shutdownNow();
    }
    trial.note("recovery includes the start of the server");
  }

  private static SplittableRandom split(Trial trial) {
    return trial.random().split();
  }

  private static List<Followed> submit(
      Load load, int number, List<String> groups, SplittableRandom random)
      throws IOException, InterruptedException {
    List<Followed> jobs = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String group = groups.get(random.nextInt(groups.size()));
      load.take("group:" + group, random).ifPresent(id -> jobs.add(new Followed(id, group)));
      TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
    }
    return jobs;
  }

  private static void kill(Trial trial, Form form) throws IOException, InterruptedException {
    trial.pauseAbout(form.before());
    Node node = trial.any();
    trial.occupy(node, RESCUE);
    node.kill();
    trial.injected();
    trial.pause(DOWN);
    long gone = System.nanoTime();
    node.start();
    trial.recover(List.of(node), gone);
  }

  private static List<Followed> all(Future<List<Followed>> submitting)
      throws IOException, InterruptedException {
    try {
      return submitting.get(SUBMITTING.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("not all jobs could be submitted", e);
    }
  }
}
