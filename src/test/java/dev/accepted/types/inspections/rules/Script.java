package dev.accepted.types.inspections.rules;

import dev.accepted.types.inspections.dialogue.Exchange;
import dev.accepted.types.inspections.dialogue.Places;
import dev.accepted.types.inspections.dialogue.Purpose;
import dev.accepted.types.inspections.dialogue.Transcript;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transcript in the making; {@link #good} is that of an API that does all of it right. */
final class Script {

  static final String API = "https://api.example/jobs";
  static final String JOB = API + "/42";
  static final String RESULT = JOB + "/result";
  private static final String OTHER = API + "/43";
  private static final Instant BEGIN = Instant.parse("2026-11-21T20:41:07Z");

  private final List<Line> lines = new ArrayList<>();
  private @Nullable String monitor = JOB;
  private @Nullable String result = RESULT;
  private @Nullable String cancel = OTHER + "/cancel";

  static Script good() {
    Script script = new Script();
    script.beginning();
    script.waiting();
    script.end();
    script.beyond();
    return script;
  }

  private void beginning() {
    lines.add(accepted(Purpose.SUBMIT, JOB));
    lines.add(running(Purpose.FIRST_POLL, 10));
    lines.add(new Line(Purpose.EARLY_RESULT, RESULT).problem(409).set("Retry-After", "1"));
    lines.add(accepted(Purpose.REPEAT, JOB));
    lines.add(
        new Line(Purpose.PREFLIGHT, API)
            .by("OPTIONS")
            .asking("Origin", "https://pages.example")
            .asking("Access-Control-Request-Method", "PUT")
            .status(204)
            .set("Access-Control-Allow-Origin", "https://pages.example")
            .set("Access-Control-Allow-Methods", "GET, PUT"));
    lines.add(new Line(Purpose.UNKNOWN_ID, API + "/99").problem(404));
  }

  private void waiting() {
    lines.add(
        new Line(Purpose.CONDITIONAL_POLL, JOB)
            .asking("If-None-Match", "\"p10\"")
            .status(304)
            .set("ETag", "\"p10\""));
    lines.add(
        running(Purpose.LONG_POLL, 20)
            .set("Preference-Applied", "wait=2")
            .taking(Duration.ofSeconds(2)));
    for (int i = 0; i < 4; i++) {
      lines.add(running(Purpose.IMPATIENT_POLL, 30));
    }
    lines.add(new Line(Purpose.IMPATIENT_POLL, JOB).problem(429).set("Retry-After", "1"));
    lines.add(running(Purpose.POLL, 90));
    lines.add(done(Purpose.POLL));
  }

  private void end() {
    lines.add(result(Purpose.RESULT));
    lines.add(result(Purpose.RESULT_AGAIN));
    lines.add(
        new Line(Purpose.CONDITIONAL_RESULT, RESULT)
            .asking("If-None-Match", "\"r\"")
            .status(304)
            .set("ETag", "\"r\""));
    lines.add(result(Purpose.HEAD_RESULT).by("HEAD").set("Content-Length", "8").body(""));
    lines.add(done(Purpose.MONITOR_AGAIN));
    lines.add(done(Purpose.HEAD_MONITOR).by("HEAD").body(""));
    lines.add(
        new Line(Purpose.OPTIONS_MONITOR, JOB).by("OPTIONS").status(204).set("Allow", "GET, HEAD"));
    lines.add(
        new Line(Purpose.WRONG_METHOD, JOB).by("PROPFIND").problem(405).set("Allow", "GET, HEAD"));
    lines.add(new Line(Purpose.UNACCEPTABLE, JOB).problem(406));
  }

  private void beyond() {
    lines.add(accepted(Purpose.SUBMIT_TO_CANCEL, OTHER));
    lines.add(new Line(Purpose.CANCEL, OTHER + "/cancel").by("POST").status(202));
    lines.add(new Line(Purpose.CANCEL_AGAIN, OTHER + "/cancel").by("POST"));
    lines.add(
        new Line(Purpose.AFTER_CANCEL, OTHER)
            .set("Cache-Control", "no-cache")
            .json("{\"status\":\"canceled\"}"));
    lines.add(new Line(Purpose.REMOVE, JOB).by("DELETE").status(204));
    lines.add(new Line(Purpose.MONITOR_AFTER_REMOVAL, JOB).problem(404));
    lines.add(new Line(Purpose.RESULT_AFTER_REMOVAL, RESULT).problem(404));
    lines.add(new Line(Purpose.REMOVE_AGAIN, JOB).by("DELETE").problem(404));
  }

  private static Line accepted(Purpose purpose, String monitor) {
    return new Line(purpose, API)
        .by("POST")
        .status(202)
        .set("Location", monitor)
        .set("Retry-After", "1")
        .set("Cache-Control", "no-store")
        .json("{\"id\":\"42\",\"status\":\"queued\",\"submittedAt\":\"2026-11-21T20:41:07.1Z\"}");
  }

  static Line running(Purpose purpose, int percent) {
    return new Line(purpose, JOB)
        .set("Retry-After", "1")
        .set("Cache-Control", "no-cache")
        .set("ETag", "\"p" + percent + '"')
        .json("{\"status\":\"running\",\"percentComplete\":" + percent + '}');
  }

  private static Line done(Purpose purpose) {
    return new Line(purpose, JOB)
        .status(303)
        .set("Location", RESULT)
        .set("Cache-Control", "no-store")
        .json("{\"status\":\"succeeded\"}");
  }

  private static Line result(Purpose purpose) {
    return new Line(purpose, RESULT)
        .set("ETag", "\"r\"")
        .set("X-Content-Type-Options", "nosniff")
        .json("{\"a\": 1}");
  }

  /** Changes all lines of that purpose. */
  Script with(Purpose purpose, Consumer<Line> change) {
    lines.stream().filter(line -> line.purpose() == purpose).forEach(change);
    return this;
  }

  /** Changes the last line of that purpose. */
  Script withLast(Purpose purpose, Consumer<Line> change) {
    Line last =
        lines.stream()
            .filter(line -> line.purpose() == purpose)
            .reduce((one, next) -> next)
            .orElseThrow();
    change.accept(last);
    return this;
  }

  /** Drops all lines of that purpose. */
  Script without(Purpose purpose) {
    lines.removeIf(line -> line.purpose() == purpose);
    return this;
  }

  /** Puts a line at the end. */
  Script and(Supplier<Line> line) {
    lines.add(line.get());
    return this;
  }

  Script monitorAt(@Nullable String url) {
    monitor = url;
    return this;
  }

  Script cancelAt(@Nullable String url) {
    cancel = url;
    return this;
  }

  Transcript transcript() {
    List<Exchange> made = new ArrayList<>();
    for (Line line : lines) {
      made.add(line.made(made.size() + 1, BEGIN));
    }
    Places places =
        new Places(URI.create(API), url(monitor), url(result), url(cancel), "monitor by Location");
    return new Transcript(places, made);
  }

  private static @Nullable URI url(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }
}
