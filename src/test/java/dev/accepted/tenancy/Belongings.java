package dev.accepted.tenancy;

import dev.accepted.http.Answer;
import dev.accepted.http.Api;
import dev.accepted.webhooks.Receiver;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What somebody has on a server: jobs in all states, and whatever there is of them. */
final class Belongings implements AutoCloseable {

  static final String DATASET = TwoTenants.MARK + "_birds";
  static final String FILE = "rejected.csv";

  private static final String LABEL = "label=team:" + TwoTenants.MARK;
  private static final String ACT = "{\"duration\":\"%s\",\"message\":\"" + TwoTenants.MARK + "\"}";
  private static final String SCHEDULE =
      """
      {"name": "%1$s", "cron": "0 0 1 1 *", "type": "simulation", "labels": {"team": "%1$s"},
       "input": {"duration": "PT0S", "message": "%1$s"}}
      """
          .formatted(TwoTenants.MARK);
  private static final String FAULTY = "/api/faulty/{faults}";
  private static final long PATIENCE = 60_000_000_000L;

  private final Person owner;
  private final Map<String, String> jobs = new LinkedHashMap<>();
  private final String subscription;
  private final String schedule;
  private final String upload;
  private final String delivery;
  private final String subscriptionDelivery;

  Belongings(Person owner, Receiver receiver) {
    this.owner = owner;
    String hook = "http://localhost:%d/%s".formatted(receiver.port(), TwoTenants.MARK);
    subscription =
        owner
            .postJson("/api/subscriptions", "{\"url\":\"%s\"}".formatted(hook))
            .json()
            .getString("id");
    schedule = owner.postJson("/api/schedules", SCHEDULE).json().getString("id");
    upload = begun(owner);
    jobs.put("imported", imported(owner, hook));
    awaitStatus("imported", "succeeded");
    jobs.put("failed", simulate("PT0S\",\"outcome\":\"failed", "&maxAttempts=1"));
    awaitStatus("failed", "failed");
    jobs.put("scheduled", simulate("PT0S", "&runAt=" + Api.inAnHour()));
    jobs.put("running", simulate("PT1H", ""));
    awaitStatus("running", "running");
    jobs.put("canceled", simulate("PT0S", "&runAt=" + Api.inAnHour()));
    owner.post(job("canceled") + "/cancel");
    jobs.put("removed", simulate("PT0S", ""));
    owner.delete(job("removed"));
    jobs.put("expired", simulate("PT0S", "&retain=PT1S"));
    await(job("expired"), answer -> answer.status() == 410);
    delivery = delivered(job("imported") + "/deliveries", hook);
    subscriptionDelivery = delivered(subscription() + "/deliveries", hook);
  }

  private static String begun(Person owner) {
    return owner
        .send(
            "POST",
            "/api/uploads?fileName=%s.csv".formatted(TwoTenants.MARK),
            BodyPublishers.ofString("n,bird\n1," + TwoTenants.MARK),
            "Content-Type",
            "text/csv",
            "Upload-Complete",
            "?0")
        .json()
        .getString("id");
  }

  private static String imported(Person owner, String hook) {
    return Person.accepted(
            owner.send(
                "POST",
                "/api/imports?dataset=%s&maxRejected=5&%s&callback=%s"
                    .formatted(DATASET, LABEL, hook),
                BodyPublishers.ofString("n,bird\n1,%1$s\n2,%1$s\n3\n".formatted(TwoTenants.MARK)),
                "Content-Type",
                "text/csv",
                "Content-Disposition",
                "attachment; filename=\"%s.csv\"".formatted(TwoTenants.MARK)))
        .replaceAll(".*/", "");
  }

  private String simulate(String duration, String query) {
    return owner.simulate(ACT.formatted(duration), '?' + LABEL + query).replaceAll(".*/", "");
  }

  private void awaitStatus(String which, String status) {
    await(job(which) + "/status", answer -> answer.json().getString("status", "").equals(status));
  }

  private Answer await(String path, Predicate<Answer> wanted) {
    long end = System.nanoTime() + PATIENCE;
    Answer answer = owner.get(path);
    while (!wanted.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(path + ": " + answer.status() + ' ' + answer.text());
      }
      answer = owner.get(path, "Prefer", "wait=1");
    }
    return answer;
  }

  private String delivered(String list, String hook) {
    Predicate<JsonObject> arrived =
        one -> one.getString("url").equals(hook) && one.getString("state").equals("delivered");
    Answer answer = await(list, now -> deliveries(now).anyMatch(arrived));
    return deliveries(answer).filter(arrived).findFirst().orElseThrow().get("number").toString();
  }

  private static Stream<JsonObject> deliveries(Answer list) {
    return list.json().getJsonArray("deliveries").getValuesAs(JsonObject.class).stream();
  }

  private String delivery(String list, String number) {
    return deliveries(owner.get(list))
        .filter(one -> one.get("number").toString().equals(number))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  /** The monitor of one of its jobs. */
  String job(String which) {
    return "/api/jobs/" + id(which);
  }

  String id(String which) {
    return jobs.get(which);
  }

  String subscription() {
    return "/api/subscriptions/" + subscription;
  }

  String schedule() {
    return "/api/schedules/" + schedule;
  }

  String upload() {
    return "/api/uploads/" + upload;
  }

  String send(String which) {
    return job(which) + "/deliveries/" + delivery + "/send";
  }

  /** What nobody else may be told. */
  List<String> secrets() {
    List<String> all = new ArrayList<>(jobs.values());
    all.add(subscription);
    all.add(schedule);
    all.add(upload);
    all.add(owner.keyId());
    all.add(TwoTenants.MARK);
    return all;
  }

  /**
   * Paths of that form which lead to what is there.
   *
   * @param template as in the OpenAPI description
   * @throws AssertionError if nothing here can be filled in
   */
  List<String> paths(String template) {
    if (template.startsWith(FAULTY)) {
      String path = template.replace(FAULTY, "/api/faulty/retry-after-missing");
      return List.of(filled(path.replace("{id}", id("running"))));
    }
    if (template.startsWith("/api/jobs/{id}")) {
      return jobs.values().stream()
          .map(id -> template.replace("{id}", id).replace("{name}", FILE))
          .map(path -> filled(path.replace("{number}", delivery)))
          .toList();
    }
    return List.of(
        filled(
            template
                .replace("/subscriptions/{id}", "/subscriptions/" + subscription)
                .replace("/schedules/{id}", "/schedules/" + schedule)
                .replace("/uploads/{id}", "/uploads/" + upload)
                .replace("/admin/keys/{key}", "/admin/keys/" + owner.keyId())
                .replace("/admin/offenders/{id}", "/admin/offenders/" + subscription)
                .replace("{number}", subscriptionDelivery)
                .replace("/datasets/{name}", "/datasets/" + DATASET)));
  }

  private static String filled(String path) {
    if (path.contains("{")) {
      throw new AssertionError("there is nothing here that could be filled into " + path);
    }
    return path;
  }

  /** Ends what would go on by itself. */
  @Override
  public void close() {
    owner.delete(subscription());
    owner.delete(schedule());
    owner.delete(upload());
    owner.post(job("running") + "/cancel");
  }

  /** How all of it stands, as far as it changes only if somebody changes it. */
  String standing() {
    List<String> all = new ArrayList<>();
    for (String which : List.of("imported", "failed", "scheduled", "canceled", "expired")) {
      all.add(owner.get(job(which) + "/status").text());
      all.add(owner.get(job(which) + "/log").text());
    }
    all.add(owner.get(job("running") + "/status").json().getString("status"));
    all.add(owner.get(job("imported") + "/result").text());
    all.add(delivery(job("imported") + "/deliveries", delivery));
    all.add(owner.get(subscription()).text());
    all.add(owner.get(schedule()).text());
    all.add(owner.get(upload()).text());
    all.add(delivery(subscription() + "/deliveries", subscriptionDelivery));
    all.add(owner.get("/api/datasets/" + DATASET + "/rows").text());
    return String.join("\n", all);
  }
}
