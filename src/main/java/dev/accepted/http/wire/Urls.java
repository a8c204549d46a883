package dev.accepted.http.wire;

import dev.accepted.job.JobId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The absolute URL of every resource.
 *
 * @param api where the API begins, with a slash at its end: {@code http://host/api/}
 * @param link by which they are seen; what it opens has its token then
 */
public record Urls(String api, Optional<OpeningLink> link) {

  private static final String API = "api/";
  private static final String FAULTY = "faulty/";
  private static final int ACCEPTED = 202;

  /** Those of somebody who needs no link. */
  public Urls(String api) {
    this(api, Optional.empty());
  }

  /** The same for somebody who has a link. */
  public Urls seenBy(OpeningLink opening) {
    return new Urls(api, Optional.of(opening));
  }

  /** Whether whoever sees these may go to that part of a job; see {@link #of}. */
  public boolean leadTo(String part) {
    return link.isEmpty() || link.get().opens(part);
  }

  /** The same below those faults; see {@link #faulty}. */
  public Urls below(String faults) {
    return new Urls(root() + FAULTY + faults + '/', link);
  }

  /** Where the API begins that has nothing wrong with it. */
  private String root() {
    int faulty = api.indexOf('/' + API + FAULTY);
    return faulty < 0 ? api : api.substring(0, faulty + 1 + API.length());
  }

  private String opened(String url, String part) {
    return link.filter(opening -> opening.opens(part)).map(opening -> opening.on(url)).orElse(url);
  }

  /** The index. */
  public String index() {
    return api.substring(0, api.length() - 1);
  }

  /** The list of jobs, and where envelopes are submitted. */
  public String jobs() {
    return api + "jobs";
  }

  /** How many jobs there are. */
  public String jobCount() {
    return api + "jobs/count";
  }

  /** A job's status monitor. */
  public String job(JobId id) {
    return opened(monitor(id), "");
  }

  private String monitor(JobId id) {
    return jobs() + '/' + id;
  }

  /** What belongs to a job: {@code status}, {@code result}, {@code cancel}, … */
  public String of(JobId id, String part) {
    return opened(monitor(id) + '/' + part, part);
  }

  /** A file that a job left beside its result. */
  public String file(JobId id, String name) {
    return opened(monitor(id) + "/files/" + segment(name), "files");
  }

  /** A job's page, for people. */
  public String page(JobId id) {
    String root = root();
    return root.substring(0, root.length() - API.length()) + "results/" + id;
  }

  /** What happens to jobs. */
  public String events() {
    return api + "events";
  }

  /** What comes in by several requests. */
  public String uploads() {
    return api + "uploads";
  }

  /** An upload that does. */
  public String upload(UUID id) {
    return uploads() + '/' + id;
  }

  /** What the caller may have, and what it has. */
  public String quota() {
    return api + "quota";
  }

  /** How things stand. */
  public String overview() {
    return api + "overview";
  }

  /** The standing subscriptions of webhooks. */
  public String subscriptions() {
    return api + "subscriptions";
  }

  /** A standing subscription. */
  public String subscription(UUID id) {
    return subscriptions() + '/' + id;
  }

  /** What is submitted again and again. */
  public String schedules() {
    return api + "schedules";
  }

  /** A schedule. */
  public String schedule(UUID id) {
    return schedules() + '/' + id;
  }

  /** Who calls, and a browser's session. */
  public String session() {
    return api + "session";
  }

  /** An API key. */
  public String key(String id) {
    return api + "admin/keys/" + segment(id);
  }

  /** The audit log. */
  public String audit() {
    return api + "admin/audit";
  }

  /** The job types. */
  public String types() {
    return api + "types";
  }

  /** A job type. */
  public String type(String name) {
    return types() + '/' + segment(name);
  }

  /** Where jobs of a type are submitted. */
  public String collection(String name) {
    return api + segment(name);
  }

  /** The imported tables. */
  public String datasets() {
    return api + "datasets";
  }

  /** An imported table. */
  public String dataset(String name) {
    return datasets() + '/' + segment(name);
  }

  /** An imported table's rows. */
  public String rows(String dataset) {
    return dataset(dataset) + "/rows";
  }

  /** The status codes that the simulator answers with. */
  public String statuses() {
    return api + "status";
  }

  /** Where it answers with that one. */
  public String status(int code) {
    return statuses() + '/' + code;
  }

  /** The monitor of a job that the simulator makes believe in. */
  public String simulatedMonitor(String run) {
    return status(ACCEPTED) + "/monitors/" + segment(run);
  }

  /** What came of such a job. */
  public String simulatedResult(String run) {
    return status(ACCEPTED) + "/results/" + segment(run);
  }

  /** The faults that answers may have on purpose. */
  public String faulty() {
    return root() + "faulty";
  }

  /** The page that explains all problems. */
  public String problems() {
    return root() + "problems";
  }

  /** The page that explains a problem. */
  public String problem(String slug) {
    return problems() + '/' + slug;
  }

  /** A query parameter's value, escaped. */
  public static String query(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String segment(String name) {
    return query(name).replace("+", "%20");
  }
}
