package dev.accepted.bench;

import dev.accepted.bench.load.Once;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.bench.server.Subject;
import java.io.IOException;
import java.util.List;

/**
 * What the throttle costs those who are served, and what those cost who are not listened to: four
 * servers, up at once and measured in turn.
 */
final class Offending {

  private static final String SECTION = "offenders";
  private static final int UNHEARD = 429;
  private static final int OK = 200;
  private static final int ENOUGH = 100;
  private static final Goal THROTTLE = Goal.timesCeiling(1.03);
  private static final Goal FIFTH = Goal.timesCeiling(0.2);

  private final Options options;
  private final Row poll;
  private final Row unthrottled;
  private final Row unheard;
  private final Row bare;

  /** One kind of request, on kept connections and on one each. */
  private record Row(Subject subject, Workload kept, Knocks knocks) {

    static Row of(Subject subject, String what, String path, int status) {
      Request request = Request.get(path);
      return new Row(
          subject, new Workload(what, () -> request, status), Knocks.of(subject, path, status));
    }
  }

  /**
   * Makes the last visitor of the strict server an offender, which is the driver itself.
   *
   * @param served lets all polls pass, but counts them
   * @param strict has the default limits
   * @param lenient counts nobody
   * @param bare has nothing but an empty filter
   */
  Offending(Subject served, Subject strict, Subject lenient, Subject bare, Options options)
      throws IOException {
    this.options = options;
    String known = new Fixtures(served).activeJob();
    poll = Row.of(served, "poll of a running job (200)", known, OK);
    unthrottled =
        Row.of(lenient, "the same without a throttle", new Fixtures(lenient).activeJob(), OK);
    String job = new Fixtures(strict).activeJob();
    for (int push = 0; push < ENOUGH; push++) {
      Once.send(strict.url(), Request.get(job));
    }
    unheard = Row.of(strict, "request of an offender (429)", job, UNHEARD);
    this.bare = Row.of(bare, "request to an empty filter", known, UNHEARD);
  }

  private List<Row> rows() {
    return List.of(unthrottled, poll, unheard, bare);
  }

  /** Loads each path until the compiler has nothing left to do for it. */
  void warm() throws IOException {
    for (Row row : rows()) {
      row.kept().warm(row.subject(), options.connections(), options.warmup());
      row.knocks().warm(options.warmup() / 2);
    }
  }

  /** Measures all rows once. */
  void round() throws IOException {
    for (Row row : rows()) {
      row.kept().measure(row.subject(), options.connections(), options.seconds());
    }
    for (Row row : rows()) {
      row.knocks().measure(options.seconds());
    }
  }

  void report(Report report) {
    Series served = poll.kept().cpu();
    report.add(
        Line.of(SECTION, "poll (200), against none throttled, CPU", "µs", served)
            .against(unthrottled.kept().cpu())
            .with(THROTTLE)
            .amid(poll.kept().others()));
    report.add(
        Line.of(SECTION, "offender (429), against a poll, CPU", "µs", unheard.kept().cpu())
            .against(served)
            .with(FIFTH)
            .amid(unheard.kept().others()));
    report.add(
        Line.of(SECTION, "empty filter, against a poll, CPU", "µs", bare.kept().cpu())
            .against(served)
            .amid(bare.kept().others()));
    report.add(
        Line.of(SECTION, "offender (429), against an empty filter, CPU", "µs", unheard.kept().cpu())
            .against(bare.kept().cpu()));
    Series knocked = poll.knocks().cpu();
    report.add(
        Line.of(
                SECTION,
                "a connection each: offender, against a poll, CPU",
                "µs",
                unheard.knocks().cpu())
            .against(knocked));
    report.add(
        Line.of(
                SECTION,
                "a connection each: empty filter, against a poll, CPU",
                "µs",
                bare.knocks().cpu())
            .against(knocked));
  }
}
