package dev.accepted.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accepted.bench.load.Answer;
import dev.accepted.bench.load.ClosedLoop;
import dev.accepted.bench.load.Once;
import dev.accepted.bench.load.Request;
import dev.accepted.bench.server.Subject;
import dev.accepted.bench.subject.Order;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Jobs to be polled, and answers for the ceiling to give. */
final class Fixtures {

  static final Request SUBMIT_NOOP = Request.post("/api/noops", Order.EXAMPLE);

  private final Subject subject;

  private static final String RUNNING = "\"status\":\"running\"";
  private static final int MOST_LOOKS = 30;

  Fixtures(Subject subject) {
    this.subject = subject;
  }

  /** A job of a type with one slot whose jobs never end; its monitor's path. */
  String stuckJob() throws IOException {
    return path(Once.send(subject.url(), Request.post("/api/stuck", Order.EXAMPLE)));
  }

  /** The first such job, once it runs; its monitor's path. */
  String activeJob() throws IOException {
    String path = stuckJob();
    for (int look = 0; look < MOST_LOOKS; look++) {
      Answer now = Once.send(subject.url(), Request.get(path));
      if (now.body().contains(RUNNING)) {
        return path;
      }
      String tag = now.header("ETag").orElseThrow();
      Once.send(subject.url(), Request.get(path, "Prefer: wait=1", "If-None-Match: " + tag));
    }
    throw new IllegalStateException("this job should be running: " + path);
  }

  /** Jobs that have finished; their monitors' paths. */
  List<String> finishedJobs(int number, int connections) throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>(number);
    long before = Runs.count(subject);
    new ClosedLoop(subject.url(), connections)
        .send(() -> SUBMIT_NOOP, number, answer -> paths.add(path(answer)))
        .onlyOf(202);
    Runs.await(subject, before + number);
    Runs.awaitFinished(subject, paths);
    return paths;
  }

  /** Has the ceiling learn what is answered to that; the path where it answers the same. */
  String ceilingFor(String name, Request request) throws IOException, InterruptedException {
    Answer answer = Once.send(subject.url(), request);
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.write(answer.head().getBytes(ISO_8859_1));
    wire.write(answer.body().getBytes(UTF_8));
    String path = "/api/bench/answers/" + name;
    subject.put(path, wire.toByteArray());
    return path;
  }

  /** The path that a 202 leads to. */
  static String path(Answer accepted) {
    String location =
        accepted
            .header("Location")
            .orElseThrow(() -> new IllegalStateException("not accepted: " + accepted.head()));
    return URI.create(location).getPath();
  }
}
