package dev.accepted.faults.load;

import dev.accepted.faults.load.Entry.End;
import dev.accepted.faults.load.Findings.Kind;
import dev.accepted.faults.site.Node;
import dev.accepted.http.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds every entry of the ledger against what the servers say in the end. */
public final class Audit {

  private static final long IDLE_SECONDS = 120;
  private static final int KEYS_SENT_AGAIN = 200;
  private static final int LOOKED_AT = 1_000;

  private final Load load;
  private final Node node;
  private final Findings findings;
  private final Jobs jobs;
  private final Traces traces;

  /** Asks that node; each should do. */
  public Audit(Load load, Node node) {
    this.load = load;
    this.node = node;
    this.findings = load.findings();
    this.jobs = new Jobs(load, node);
    this.traces = new Traces(load.site().steps(), findings);
  }

  /** How many steps were done again, and found to be done. */
  public int repeated() {
    return traces.repeated();
  }

  /**
   * Checks everything; the load has ended.
   *
   * @return the jobs as they are now
   */
  public List<JsonObject> run() throws IOException, InterruptedException {
    for (JsonObject job : jobs.awaitIdle(IDLE_SECONDS)) {
      findings.add(Kind.LOST, "never ends: %s", job);
    }
    List<JsonObject> all = jobs.all();
    Map<String, JsonObject> byId = new HashMap<>();
    all.forEach(job -> byId.put(job.getString("id"), job));
    List<Entry> entries = load.ledger().all();
    oneForEachKey(entries, all);
    for (Entry entry : entries) {
      check(entry, byId.get(entry.id()));
    }
    everywhereTheSame(entries);
    sendAgain(entries);
    return all;
  }

  /** What a node keeps in memory is what is stored, however it heard of it. */
  private void everywhereTheSame(List<Entry> entries) throws IOException, InterruptedException {
    List<Entry> newest = entries.subList(Math.max(0, entries.size() - LOOKED_AT), entries.size());
    for (Node each : load.site().nodes()) {
      Jobs seen = new Jobs(load, each);
      for (Entry entry : newest) {
        long sentAt = System.nanoTime();
        Answer answer = seen.get(monitor(entry) + "/status");
        if (answer.status() == 200) {
          entry.seen(answer.json(), sentAt, 0, each.name(), findings);
        } else if (!entry.removeAsked()) {
          findings.add(Kind.LOST, "%d for %s at %s", answer.status(), entry.id(), each.name());
        }
      }
    }
  }

  /**
   * Looks for jobs that were acknowledged before a copy of the data was made: each has to be there,
   * and to end well, unless a client has asked to be rid of it.
   *
   * @return how many had to be there
   */
  int compare(List<Promise> promises) throws IOException, InterruptedException {
    for (JsonObject job : jobs.awaitIdle(IDLE_SECONDS)) {
      findings.add(Kind.LOST, "never ends on the copy: %s", job);
    }
    Map<String, JsonObject> byId = new HashMap<>();
    jobs.all().forEach(job -> byId.put(job.getString("id"), job));
    int expected = 0;
    for (Promise promise : promises) {
      Entry entry = promise.entry();
      JsonObject job = byId.get(entry.id());
      expected += entry.removeAsked() ? 0 : 1;
      if (job != null) {
        kept(promise, job);
      } else if (!entry.removeAsked()) {
        findings.add(Kind.LOST, "%s is not on the copy", entry.id());
      }
    }
    return expected;
  }

  private void kept(Promise promise, JsonObject job) throws IOException, InterruptedException {
    if (!job.containsKey("finishedAt")) {
      return; // which is noted already
    }
    Entry entry = promise.entry();
    End before = promise.end();
    if (before != null && !before.isSameAs(End.of(job))) {
      findings.add(Kind.LOST, "%s was %s, on the copy: %s", entry.id(), before, End.of(job));
    }
    if (job.getString("status").equals("succeeded")) {
      result(entry);
    } else if (!job.getString("status").equals("canceled") || !entry.cancelAsked()) {
      findings.add(Kind.BROKEN, "%s on the copy: %s", entry.id(), job);
    }
  }

  private void oneForEachKey(List<Entry> entries, List<JsonObject> all) {
    Map<String, String> ids = new HashMap<>();
    entries.forEach(entry -> ids.put(entry.order().key(), entry.id()));
    Set<String> seen = new HashSet<>();
    for (JsonObject job : all) {
      String key = job.getJsonObject("labels").getString("key");
      String id = job.getString("id");
      if (!seen.add(key) || !id.equals(ids.getOrDefault(key, id))) {
        findings.add(Kind.TWICE, "two jobs for the key %s, one is %s", key, id);
      }
      if (!ids.containsKey(key)) {
        findings.add(Kind.BROKEN, "nobody was told of job %s", id);
      }
    }
  }

  private void check(Entry entry, JsonObject job) throws IOException, InterruptedException {
    if (job == null) {
      gone(entry);
      return;
    }
    if (entry.isRemoved()) {
      findings.add(Kind.BROKEN, "%s was removed and is still there", entry.id());
    }
    entry.seen(job, System.nanoTime(), 0, node.name(), findings);
    End end = entry.end();
    if (end == null) {
      return; // it never ended, which is noted already
    }
    if (!end.status().equals("succeeded")
        && !(end.status().equals("canceled") && entry.cancelAsked())) {
      findings.add(Kind.BROKEN, "%s ended as %s: %s", entry.id(), end, job.get("error"));
    } else if (end.status().equals("succeeded")) {
      result(entry);
    }
    if (entry.order().kind() == Order.Kind.STEPS) {
      traces.check(entry, job);
    }
  }

  private void gone(Entry entry) throws IOException, InterruptedException {
    if (!entry.removeAsked()) {
      findings.add(Kind.LOST, "%s was acknowledged and is not there", entry.id());
    } else if (jobs.get(monitor(entry)).status() != 404) {
      findings.add(Kind.BROKEN, "%s is not in the list, but still there", entry.id());
    }
  }

  private void result(Entry entry) throws IOException, InterruptedException {
    switch (entry.order().kind()) {
      case STEPS -> bytes(entry);
      case IMPORT -> new Dataset(jobs, entry, load.rows().number()).check(findings);
      case SIMULATION -> {}
    }
  }

  private void bytes(Entry entry) throws IOException, InterruptedException {
    Answer answer = jobs.get(monitor(entry) + "/result");
    String expected = entry.order().digest();
    if (answer.status() != 200
        || !Order.digestOf(answer.body()).equals(expected)
        || !answer.header("Repr-Digest").equals(expected)) {
      findings.add(
          Kind.LOST,
          "the result of %s at %s is not whole: %s",
          entry.id(),
          node.name(),
          answer.status() == 200 ? "other bytes" : Traffic.beginning(answer));
    }
  }

  /** The newest keys still lead to their jobs. */
  private void sendAgain(List<Entry> entries) throws IOException, InterruptedException {
    int from = Math.max(0, entries.size() - KEYS_SENT_AGAIN);
    for (Entry entry : entries.subList(from, entries.size())) {
      if (!entry.removeAsked()) {
        String id = load.resubmitted(entry.order(), node);
        if (!id.equals(entry.id())) {
          findings.add(Kind.TWICE, "the key of %s leads to %s, too", entry.id(), id);
        }
      }
    }
  }

  private static String monitor(Entry entry) {
    return "/api/jobs/" + entry.id();
  }
}
