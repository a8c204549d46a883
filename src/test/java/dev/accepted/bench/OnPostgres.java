package dev.accepted.bench;

import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.server.Subject;
import dev.accepted.bench.subject.Order;
import java.io.IOException;

/** The rows that depend on the store, with the jobs in PostgreSQL; its CPU is the server's. */
final class OnPostgres {

  private static final String SECTION = "postgres";

  private final Subject subject;
  private final Options options;
  private final Submitting submitting;
  private final Pair submit;
  private final Finishing finishing;

  /** Teaches the ceiling. */
  OnPostgres(Subject subject, Options options) throws IOException, InterruptedException {
    this.subject = subject;
    this.options = options;
    submitting = new Submitting(subject);
    String path = new Fixtures(subject).ceilingFor("202", Fixtures.SUBMIT_NOOP);
    Request ceiling = Request.post(path, Order.EXAMPLE);
    submit = new Pair(submitting.submissions(), new Workload("ceiling", () -> ceiling, 202), null);
    finishing = new Finishing(subject);
  }

  /** Loads each path until the server's compiler has nothing left to do for it. */
  void warm() throws IOException, InterruptedException {
    submitting.warm(options.connections(), options.warmup());
    submit.ceiling().warm(subject, options.connections(), options.warmup() / 2);
    finishing.run(options.jobs(), options.connections());
  }

  /** Measures all rows once. */
  void round() throws IOException, InterruptedException {
    submit.ceiling().measure(subject, options.connections(), options.seconds());
    submitting.measure(options.connections(), options.seconds());
    finishing.measure(options.jobs(), options.connections());
  }

  void report(Report report) {
    submit.report(report, SECTION);
    report.add(Line.of(SECTION, "queued to finished, CPU per job", "µs", submitting.drainCpu()));
    finishing.report(report, SECTION);
  }
}
