package dev.accepted.types.inspections.rules;

import static dev.accepted.types.inspections.dialogue.Purpose.*;

import dev.accepted.types.inspections.dialogue.Body;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** For each rule, what turns a good transcript into one that breaks it. */
final class Faults {

  private final Map<String, UnaryOperator<Script>> all = new LinkedHashMap<>();

  private Faults() {}

  static Map<String, UnaryOperator<Script>> all() {
    Faults faults = new Faults();
    faults.ofSubmissions();
    faults.ofRepeats();
    faults.ofAccess();
    faults.ofWaiting();
    faults.ofMonitors();
    faults.ofEndings();
    faults.ofCaching();
    faults.ofResults();
    faults.ofMessages();
    faults.ofMethods();
    faults.ofErrors();
    faults.ofOrigins();
    faults.ofCancels();
    faults.ofRemovals();
    return faults.all;
  }

  private void ofSubmissions() {
    all.put("no-answer", s -> s.with(SUBMIT, l -> l.failing("timeout")));
    all.put("submission-refused", s -> s.with(SUBMIT, l -> l.problem(422)));
    all.put("no-monitor", s -> s.monitorAt(null));
    all.put("no-202", s -> s.with(SUBMIT, l -> l.status(201)));
    all.put("no-location", s -> s.with(SUBMIT, l -> l.drop("Location")));
    all.put("relative-location", s -> s.with(SUBMIT, l -> l.set("Location", "/jobs/42")));
    all.put("location-cross-origin", s -> s.monitorAt("https://inner.example:8443/jobs/42"));
    all.put("http-downgrade", s -> s.with(FIRST_POLL, l -> l.at("http://api.example/jobs/42")));
    all.put("submission-no-retry-after", s -> s.with(SUBMIT, l -> l.drop("Retry-After")));
    all.put("accepted-body-empty", s -> s.with(SUBMIT, l -> l.body("")));
    all.put("submission-cacheable", s -> s.with(SUBMIT, l -> l.set("Cache-Control", "max-age=60")));
    all.put("submission-slow", s -> s.with(SUBMIT, l -> l.taking(Duration.ofSeconds(9))));
  }

  private void ofRepeats() {
    all.put(
        "idempotency-key-ignored",
        s -> s.with(REPEAT, l -> l.set("Location", "https://api.example/jobs/77")));
    all.put("idempotency-different-answer", s -> s.with(REPEAT, l -> l.status(200)));
    all.put("repeat-refused", s -> s.with(REPEAT, l -> l.problem(409)));
  }

  private void ofAccess() {
    all.put("monitor-404-at-first", s -> s.with(FIRST_POLL, l -> l.problem(404)));
    all.put("accepted-not-readable", s -> s.with(FIRST_POLL, l -> l.problem(403)));
    all.put("forgotten-job", s -> s.with(MONITOR_AGAIN, l -> l.problem(404)));
    all.put(
        "monitor-200-unknown-id",
        s -> s.with(UNKNOWN_ID, l -> l.status(200).json("{\"status\":\"not_found\"}")));
    all.put("unknown-id-5xx", s -> s.with(UNKNOWN_ID, l -> l.problem(500)));
    all.put("server-error-during-poll", s -> s.with(LONG_POLL, l -> l.problem(502)));
    all.put("monitor-no-answer", s -> s.with(LONG_POLL, l -> l.failing("connection-broken")));
  }

  private void ofWaiting() {
    all.put("no-retry-after", s -> s.with(FIRST_POLL, l -> l.drop("Retry-After")));
    all.put("retry-after-not-integer", s -> s.with(POLL, l -> l.set("Retry-After", "2.5s")));
    all.put("retry-after-too-short", s -> s.with(FIRST_POLL, l -> l.set("Retry-After", "0")));
    all.put(
        "retry-after-exaggerated",
        s ->
            s.with(FIRST_POLL, l -> l.set("Retry-After", "3600"))
                .withLast(POLL, l -> l.later(Duration.ofSeconds(30))));
    all.put(
        "impatient-not-throttled",
        s ->
            s.withLast(
                IMPATIENT_POLL,
                l ->
                    l.status(200)
                        .set("Cache-Control", "no-cache")
                        .set("ETag", "\"p30\"")
                        .json("{\"status\":\"running\",\"percentComplete\":30}")));
    all.put(
        "throttled-without-retry-after",
        s -> s.withLast(IMPATIENT_POLL, l -> l.drop("Retry-After")));
    all.put(
        "long-poll-ignored",
        s -> s.with(LONG_POLL, l -> l.drop("Preference-Applied").taking(Duration.ofMillis(9))));
    all.put("monitor-slow", s -> s.with(FIRST_POLL, l -> l.taking(Duration.ofSeconds(7))));
    all.put(
        "never-finished",
        s -> s.without(MONITOR_AGAIN).withLast(POLL, l -> l.status(202).drop("Location")));
  }

  private void ofMonitors() {
    all.put("monitor-content-type-missing", s -> s.with(FIRST_POLL, l -> l.drop("Content-Type")));
    all.put("monitor-not-json", s -> s.with(FIRST_POLL, l -> l.body("{'status': running}")));
    all.put(
        "status-member-missing",
        s -> s.with(FIRST_POLL, l -> l.status(202).json("{\"percentComplete\":1}")));
    all.put(
        "status-member-not-standard",
        s -> s.with(FIRST_POLL, l -> l.json("{\"status\":\"brewing\"}")));
    all.put(
        "percent-decreases",
        s -> s.with(LONG_POLL, l -> l.json("{\"status\":\"running\",\"percentComplete\":5}")));
    all.put(
        "percent-over-100",
        s -> s.with(LONG_POLL, l -> l.json("{\"status\":\"running\",\"progress\":120}")));
    all.put(
        "time-not-rfc3339",
        s ->
            s.with(
                FIRST_POLL,
                l -> l.json("{\"status\":\"running\",\"createdAt\":\"21.11.2026 20:41\"}")));
    all.put("set-cookie-on-poll", s -> s.with(FIRST_POLL, l -> l.set("Set-Cookie", "s=1")));
    all.put("monitor-empty", s -> s.with(FIRST_POLL, l -> l.status(202).body("")));
  }

  private void ofEndings() {
    all.put("monitor-flips", s -> s.and(() -> Script.running(MONITOR_AGAIN, 95)));
    all.put(
        "done-without-link",
        s ->
            s.withLast(
                POLL, l -> l.status(200).drop("Location").json("{\"status\":\"succeeded\"}")));
    all.put("redirect-without-location", s -> s.withLast(POLL, l -> l.drop("Location")));
    all.put("redirect-permanent", s -> s.withLast(POLL, l -> l.status(301)));
    all.put("redirect-not-303", s -> s.withLast(POLL, l -> l.status(302)));
    all.put("303-to-nowhere", s -> s.with(RESULT, l -> l.problem(404)));
    all.put(
        "redirect-loop",
        s -> s.and(() -> new Line(RESULT, Script.RESULT).status(302).set("Location", "/")));
    all.put("early-result-200", s -> s.with(EARLY_RESULT, l -> l.status(200)));
    all.put("early-result-404", s -> s.with(EARLY_RESULT, l -> l.problem(404)));
    all.put("early-result-5xx", s -> s.with(EARLY_RESULT, l -> l.problem(500)));
  }

  private void ofCaching() {
    all.put(
        "monitor-cacheable",
        s -> s.with(FIRST_POLL, l -> l.set("Cache-Control", "public, max-age=60")));
    all.put("monitor-no-cache-control", s -> s.with(FIRST_POLL, l -> l.drop("Cache-Control")));
    all.put("redirect-cacheable", s -> s.withLast(POLL, l -> l.set("Cache-Control", "max-age=60")));
    all.put("monitor-no-etag", s -> s.with(FIRST_POLL, l -> l.drop("ETag")));
    all.put("result-no-etag", s -> s.with(RESULT, l -> l.drop("ETag")));
    all.put("etag-malformed", s -> s.with(RESULT, l -> l.set("ETag", "r")));
    all.put("etag-unchanged", s -> s.with(LONG_POLL, l -> l.set("ETag", "\"p10\"")));
    all.put(
        "no-conditional", s -> s.with(CONDITIONAL_RESULT, l -> l.status(200).json("{\"a\": 1}")));
    all.put("not-modified-with-body", s -> s.with(CONDITIONAL_RESULT, l -> l.body("{}")));
    all.put("not-modified-without-etag", s -> s.with(CONDITIONAL_RESULT, l -> l.drop("ETag")));
    all.put(
        "monitor-no-vary",
        s -> s.with(UNACCEPTABLE, l -> l.status(200).set("Content-Type", "text/html").body("<p>")));
  }

  private void ofResults() {
    all.put("result-content-type-missing", s -> s.with(RESULT, l -> l.drop("Content-Type")));
    all.put(
        "result-content-type-wrong", s -> s.with(RESULT, l -> l.set("Content-Type", "text/html")));
    all.put("result-changes", s -> s.with(RESULT_AGAIN, l -> l.body("{\"a\": 2}")));
    all.put("result-lost", s -> s.with(RESULT_AGAIN, l -> l.problem(404)));
    all.put(
        "json-charset",
        s -> s.with(RESULT, l -> l.set("Content-Type", "application/json; charset=ISO-8859-1")));
    all.put(
        "charset-missing",
        s ->
            s.with(RESULT, l -> l.set("Content-Type", "text/plain").body("Käse"))
                .with(RESULT_AGAIN, l -> l.set("Content-Type", "text/plain").body("Käse"))
                .with(HEAD_RESULT, l -> l.set("Content-Length", "5")));
    all.put("result-no-nosniff", s -> s.with(RESULT, l -> l.drop("X-Content-Type-Options")));
  }

  private void ofMessages() {
    all.put("content-length-mismatch", s -> s.with(RESULT, l -> l.ending(Body.End.BROKEN_OFF)));
    all.put("no-content-with-body", s -> s.with(REMOVE, l -> l.body("gone")));
    all.put("not-http", s -> s.with(HEAD_RESULT, l -> l.failing("not-http")));
    all.put("no-date", s -> s.with(FIRST_POLL, l -> l.drop("Date")));
    all.put(
        "clock-skew-date",
        s -> s.with(FIRST_POLL, l -> l.set("Date", "Sat, 21 Nov 2026 20:51:07 GMT")));
    all.put("server-version-leak", s -> s.with(SUBMIT, l -> l.set("Server", "nginx/1.18.0")));
  }

  private void ofMethods() {
    all.put("head-refused", s -> s.with(HEAD_RESULT, l -> l.status(405).set("Allow", "GET")));
    all.put("head-differs-status", s -> s.with(HEAD_RESULT, l -> l.status(404)));
    all.put("head-differs-length", s -> s.with(HEAD_RESULT, l -> l.set("Content-Length", "0")));
    all.put("head-differs-headers", s -> s.with(HEAD_RESULT, l -> l.drop("ETag")));
    all.put("head-with-body", s -> s.with(HEAD_RESULT, l -> l.body("{\"a\": 1}")));
    all.put("options-no-allow", s -> s.with(OPTIONS_MONITOR, l -> l.drop("Allow")));
    all.put("405-without-allow", s -> s.with(WRONG_METHOD, l -> l.drop("Allow")));
    all.put("wrong-method-accepted", s -> s.with(WRONG_METHOD, l -> l.status(200)));
    all.put("wrong-method-5xx", s -> s.with(WRONG_METHOD, l -> l.problem(500)));
    all.put("not-acceptable-ignored", s -> s.with(UNACCEPTABLE, l -> l.status(200).json("{}")));
    all.put("not-acceptable-5xx", s -> s.with(UNACCEPTABLE, l -> l.problem(500)));
  }

  private void ofErrors() {
    all.put(
        "stack-trace-leak",
        s ->
            s.with(
                UNKNOWN_ID,
                l -> l.body("{\"title\":\"NPE\\n\\tat com.acme.Jobs.find(Jobs.java:17)\"}")));
    all.put(
        "error-not-problem-json",
        s -> s.with(UNKNOWN_ID, l -> l.json("{\"error\":\"not found\"}")));
    all.put(
        "error-content-type",
        s -> s.with(UNKNOWN_ID, l -> l.set("Content-Type", "text/html").body("<h1>404")));
    all.put("error-empty", s -> s.with(UNKNOWN_ID, l -> l.body("")));
    all.put(
        "problem-malformed",
        s -> s.with(UNKNOWN_ID, l -> l.body("{\"title\":\"No\",\"status\":\"404\"}")));
    all.put("problem-without-title", s -> s.with(UNKNOWN_ID, l -> l.body("{\"code\":7}")));
  }

  private void ofOrigins() {
    all.put("cors-missing", s -> s.with(PREFLIGHT, l -> l.drop("Access-Control-Allow-Origin")));
    all.put(
        "cors-any-origin-with-credentials",
        s -> s.with(PREFLIGHT, l -> l.set("Access-Control-Allow-Credentials", "true")));
    all.put(
        "cors-method-not-allowed",
        s -> s.with(PREFLIGHT, l -> l.set("Access-Control-Allow-Methods", "GET")));
  }

  private void ofCancels() {
    all.put("cancel-missing", s -> s.cancelAt(null));
    all.put("cancel-refused", s -> s.with(CANCEL, l -> l.problem(404)));
    all.put("cancel-not-idempotent", s -> s.with(CANCEL_AGAIN, l -> l.problem(409)));
    all.put(
        "cancel-without-effect",
        s -> s.with(AFTER_CANCEL, l -> l.json("{\"status\":\"running\"}")));
    all.put("cancel-forgets", s -> s.with(AFTER_CANCEL, l -> l.problem(404)));
  }

  private void ofRemovals() {
    all.put("removal-refused", s -> s.with(REMOVE, l -> l.problem(403)));
    all.put("removal-5xx", s -> s.with(REMOVE, l -> l.problem(500)));
    all.put(
        "removal-not-404-410",
        s -> s.with(MONITOR_AFTER_REMOVAL, l -> l.status(200).json("{\"status\":\"done\"}")));
    all.put("result-after-removal", s -> s.with(RESULT_AFTER_REMOVAL, l -> l.status(200)));
    all.put("removal-not-idempotent", s -> s.with(REMOVE_AGAIN, l -> l.problem(500)));
  }
}
