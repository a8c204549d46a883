package dev.accepted.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Meter;
import dev.accepted.bench.server.Subject;
import dev.accepted.bench.subject.Order;
import java.io.IOException;

/**
 * Submissions alone: what is submitted waits at a gate, so that no job runs meanwhile. Afterwards
 * the gate is opened and the queue is worked off, so that each round finds it empty.
 */
final class Submitting {

  private static final String GATE = "/api/bench/controls/gate";
  private static final double MICROS = 1e6;
  private static final Request SUBMIT = Request.post("/api/gated", Order.EXAMPLE);

  private final Subject subject;
  private final Workload submissions;
  private final Series drainCpu = new Series();
  private long sent;

  Submitting(Subject subject) {
    this.subject = subject;
    this.submissions = new Workload("submit (202)", this::next, 202);
  }

  private Request next() {
    sent++;
    return SUBMIT;
  }

  void warm(int connections, double seconds) throws IOException, InterruptedException {
    long before = begin();
    submissions.warm(subject, connections, seconds);
    drain(before);
  }

  void measure(int connections, double seconds) throws IOException, InterruptedException {
    long before = begin();
    submissions.measure(subject, connections, seconds);
    drainCpu.add(drain(before));
  }

  private long begin() throws IOException, InterruptedException {
    sent = 0;
    return Runs.count(subject);
  }

  /** Works the queue off; CPU of the server in microseconds a job. */
  private double drain(long before) throws IOException, InterruptedException {
    Meter meter = subject.meter();
    meter.opened();
    gate(subject, true);
    Runs.await(subject, before + sent);
    meter.closed();
    gate(subject, false);
    return meter.cost().server() / sent * MICROS;
  }

  /** Opens or closes the gate. */
  static void gate(Subject subject, boolean open) throws IOException, InterruptedException {
    subject.put(GATE, Boolean.toString(open).getBytes(US_ASCII));
  }

  Workload submissions() {
    return submissions;
  }

  /** CPU of the server for what follows a submission, in microseconds a job. */
  Series drainCpu() {
    return drainCpu;
  }
}
