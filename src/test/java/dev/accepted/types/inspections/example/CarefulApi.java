package dev.accepted.types.inspections.example;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An API that does all of it right. A job is done once it was looked at often enough. */
public final class CarefulApi extends ExampleServer {

  private static final int TOTAL = 14;
  private static final int BURST = 6;
  private static final String ALLOWED = "GET, HEAD, OPTIONS, DELETE";

  /** A job: how often it was looked at, and whether it was canceled. */
  private static final class Job {
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean canceled;

    boolean isDone() {
      return looks.get() >= TOTAL;
    }
  }

  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(1000);

  public CarefulApi() throws IOException {}

  @Override
  void answer(Handled request) throws IOException {
    String[] path = request.path().split("/", -1);
    request.set("X-Content-Type-Options", "nosniff").set("Cache-Control", "no-store");
    if (path.length == 2) {
      collection(request);
      return;
    }
    Job job = jobs.get(path[2]);
    if (job == null) {
      request.problem(404, "There is no such job");
    } else if (path.length == 3) {
      monitor(request, path[2], job);
    } else if (path[3].equals("cancel")) {
      job.canceled = !job.isDone();
      request.json(job.canceled ? 202 : 200, status(path[2], job));
    } else {
      result(request, job);
    }
  }

  private void collection(Handled request) throws IOException {
    if (request.method().equals("OPTIONS")) {
      request
          .set("Access-Control-Allow-Origin", "https://pages.example")
          .set("Access-Control-Allow-Methods", "POST")
          .set("Allow", "POST, OPTIONS")
          .empty(204);
      return;
    }
    String id =
        keys.computeIfAbsent(
            request.header("Idempotency-Key"), key -> "a" + numbers.incrementAndGet());
    Job job = jobs.computeIfAbsent(id, made -> new Job());
    request
        .set("Location", url() + "/jobs/" + id)
        .set("Retry-After", "1")
        .json(202, status(id, job));
  }

  private void monitor(Handled request, String id, Job job) throws IOException {
    switch (request.method()) {
      case "GET", "HEAD" -> look(request, id, job);
      case "OPTIONS" -> request.set("Allow", ALLOWED).empty(204);
      case "DELETE" -> {
        jobs.remove(id);
        request.empty(204);
      }
      default -> request.set("Allow", ALLOWED).problem(405, "Look at Allow");
    }
  }

  private void look(Handled request, String id, Job job) throws IOException {
    if (request.header("Accept").contains("nobody")) {
      request.problem(406, "This can be had as JSON");
      return;
    }
    int looks = job.looks.incrementAndGet();
    if (looks == BURST || looks == BURST + 1) {
      request.set("Retry-After", "1").problem(429, "Too soon");
      return;
    }
    String tag = "\"" + Math.min(looks, TOTAL) + job.canceled + '"';
    request.set("Cache-Control", "private, no-cache").set("ETag", tag);
    if (!request.header("Prefer").isEmpty()) {
      request.set("Preference-Applied", request.header("Prefer"));
    }
    if (request.header("If-None-Match").equals(tag)) {
      request.empty(304);
    } else if (job.isDone() && !job.canceled) {
      request.set("Location", url() + request.path() + "/result").json(303, status(id, job));
    } else {
      request.set("Retry-After", "1").json(200, status(id, job));
    }
  }

  private static void result(Handled request, Job job) throws IOException {
    if (!job.isDone()) {
      request.set("Retry-After", "1").problem(409, "It is not ready yet");
      return;
    }
    request.set("ETag", "\"r\"").set("Cache-Control", "private, no-cache");
    if (request.header("If-None-Match").equals("\"r\"")) {
      request.empty(304);
    } else {
      request.json(200, "{\"answer\":42}");
    }
  }

  private String status(String id, Job job) {
    int percent = Math.min(100, job.looks.get() * 100 / TOTAL);
    String status = job.canceled ? "canceled" : job.isDone() ? "succeeded" : "running";
    return "{\"id\":\"%s\",\"status\":\"%s\",\"percentComplete\":%d,\"links\":{\"cancel\":\"%s\"}}"
        .formatted(id, status, percent, url() + "/jobs/" + id + "/cancel");
  }
}
