package dev.accepted.bench;

import dev.accepted.bench.load.Answer;
import dev.accepted.bench.load.Connection;
import dev.accepted.bench.load.Connections;
import dev.accepted.bench.load.OpenLoop;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import dev.accepted.bench.subject.Order;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How soon a job is begun, at a fixed rate of submissions: by the job's own clock, counted from
 * when its request was to be sent, and by the times that its monitor tells, in whole milliseconds.
 */
final class Starting {

  private static final double[] GOALS = {2, 10, 25};
  private static final double AS_FAST_AS_ANSWERED = 1e6;
  private static final Pattern BEGUN = Pattern.compile("\"begun\":(\\d+)");

  private final Subject subject;
  private final Options options;
  private final int jobs;
  private final String ceilingPath;
  private final Latency ceiling = new Latency("ceiling");
  private final Latency accepted = new Latency("submit: sent to 202");
  private final Latency begun = new Latency("submit: sent to begun");
  private final Latency monitored = new Latency("accepted to started, by the monitor");
  private final Series others = new Series();

  Starting(Subject subject, Options options) throws IOException, InterruptedException {
    this.subject = subject;
    this.options = options;
    jobs = (int) Math.max(1, options.rate() * options.seconds());
    ceilingPath = new Fixtures(subject).ceilingFor("202", Fixtures.SUBMIT_NOOP);
  }

  /** Measures another round of the ceiling. */
  void ceilingRound() throws IOException {
    long[] answered = new long[jobs];
    Request post = Request.post(ceilingPath, Order.EXAMPLE);
    run(post, (connection, answer, now) -> note(answered, connection, answer, now));
    ceiling.add(answered);
  }

  /** Measures another round. */
  void round() throws IOException, InterruptedException {
    long[] due = new long[jobs];
    long[] answered = new long[jobs];
    String[] monitors = new String[jobs];
    long before = Runs.count(subject);
    Meter meter = subject.meter();
    meter.opened();
    run(
        Fixtures.SUBMIT_NOOP,
        (connection, answer, now) -> {
          int job = (int) connection.tag();
          note(answered, connection, answer, now);
          due[job] = connection.due();
          monitors[job] = Fixtures.path(answer);
        });
    meter.closed();
    others.add(meter.cost().othersPercent());
    accepted.add(answered);
    Runs.await(subject, before + jobs);
    Runs.awaitFinished(subject, List.of(monitors));
    readBack(monitors, due);
  }

  private void readBack(String[] monitors, long[] due) throws IOException {
    long[] untilBegun = new long[monitors.length];
    long[] untilStarted = new long[monitors.length];
    each(
        monitors,
        "/result",
        (job, body) -> {
          Matcher time = BEGUN.matcher(body);
          if (!time.find()) {
            throw new IllegalStateException("not a result: " + body);
          }
          untilBegun[job] = Long.parseLong(time.group(1)) - due[job];
        });
    each(
        monitors,
        "/status",
        (job, body) ->
            untilStarted[job] =
                Duration.between(time(body, "submittedAt"), time(body, "startedAt")).toNanos());
    begun.add(untilBegun);
    monitored.add(untilStarted);
  }

  private interface Reader {
    void read(int job, String body);
  }

  private void each(String[] monitors, String part, Reader reader) throws IOException {
    OpenLoop.run(
        subject.url(),
        options.connections(),
        AS_FAST_AS_ANSWERED,
        monitors.length,
        job -> Request.get(monitors[job] + part),
        (connection, answer, now) -> reader.read((int) connection.tag(), answer.body()));
  }

  private void run(Request request, Connections.Listener listener) throws IOException {
    OpenLoop.run(
        subject.url(), options.connections(), options.rate(), jobs, job -> request, listener);
  }

  private static void note(long[] latencies, Connection connection, Answer answer, long now) {
    if (answer.status() != 202) {
      throw new IllegalStateException("not accepted: " + answer.head());
    }
    latencies[(int) connection.tag()] = now - connection.due();
  }

  private static Instant time(String json, String member) {
    Matcher text = Pattern.compile('"' + member + "\":\"([^\"]+)\"").matcher(json);
    if (!text.find()) {
      throw new IllegalStateException("no " + member + ": " + json);
    }
    return Instant.parse(text.group(1));
  }

  /** What passed until jobs were begun. */
  Latency begun() {
    return begun;
  }

  void report(Report report, String section) {
    accepted.report(report, section, others, ceiling, null);
    begun.report(report, section, others, ceiling, GOALS);
    monitored.report(report, section, others, ceiling, GOALS);
  }
}
