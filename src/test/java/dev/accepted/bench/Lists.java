package dev.accepted.bench;

import dev.accepted.bench.report.Goal;
import dev.accepted.bench.report.Line;
import dev.accepted.bench.report.Report;
import dev.accepted.bench.report.Series;
import dev.accepted.job.JobFilter;
import dev.accepted.job.JobId;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Owners;
import dev.accepted.server.Postgres;
import dev.accepted.sql.Database;
import dev.accepted.sql.EmbeddedDatabase;
import dev.accepted.sql.PostgresDatabase;
import dev.accepted.store.FoundJobs;
import dev.accepted.store.JobList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * First pages of lists of very many jobs, by one who asks at a time, in this process: what the
 * store takes, without HTTP. Where a search ends early, how many such pages in a row it takes to
 * come to the end.
 */
final class Lists {

  static final int PAGE = 50;
  private static final int SESSIONS = 4;
  private static final double MOST_MILLIS = 200;

  /** As the engine has it. */
  private static final Duration PATIENCE = Duration.ofMillis(120);

  private final Options options;
  private final Path folder;
  private final JobList list = new JobList(Clock.systemUTC(), PATIENCE);

  Lists(Options options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /** What is asked for, and by whom. */
  record Question(Owners owners, JobFilter filter) {}

  void run(Report report) throws IOException {
    Path embedded = Files.createDirectories(folder.resolve("embedded"));
    try (Database database =
        EmbeddedDatabase.open(embedded.resolve("jobs"), false, SESSIONS, false)) {
      run(database, "lists, H2", report);
    }
    try (Postgres server = Postgres.in(folder.resolve("shared"));
        Database database =
            PostgresDatabase.open(
                Postgres.url(server.port()), Postgres.USER, Postgres.USER, SESSIONS)) {
      run(database, "lists, PostgreSQL", report);
    }
  }

  private void run(Database database, String section, Report report) {
    Progress.say("  filling " + section);
    Instant now = Clock.systemUTC().instant();
    ListedJobs jobs = new ListedJobs(database, options.listed(), now);
    jobs.fill();
    for (var question : questions(jobs).entrySet()) {
      ask(database, section, question.getKey(), question.getValue(), report);
    }
  }

  private void ask(
      Database database, String section, String what, Question question, Report report) {
    Series first = new Series();
    Series further = new Series();
    FoundJobs page = page(database, question, null);
    for (int round = 0; round < options.rounds(); round++) {
      long begin = System.nanoTime();
      page = page(database, question, null);
      first.add((System.nanoTime() - begin) / 1e6);
    }
    int found = page.jobs().size();
    int pages = 1;
    long begin = System.nanoTime();
    while (found < PAGE && page.next().isPresent()) {
      long asked = System.nanoTime();
      page = page(database, question, page.next().get());
      further.add((System.nanoTime() - asked) / 1e6);
      found += page.jobs().size();
      pages++;
    }
    report.add(Line.of(section, what + ": first page", "ms", first).with(Goal.atMost(MOST_MILLIS)));
    if (pages > 1) {
      double seconds = (System.nanoTime() - begin) / 1e9;
      report.add(
          Line.of(section, what + ": each of %d further".formatted(pages - 1), "ms", further)
              .with(Goal.atMost(MOST_MILLIS)));
      report.add(Line.of(section, what + ": until all are found", "s", Series.of(seconds)));
    }
  }

  private FoundJobs page(Database database, Question question, @Nullable JobId before) {
    return database.read(
        session -> list.read(session, question.owners(), question.filter(), PAGE, before));
  }

  /** By what they are called in the table. */
  static Map<String, Question> questions(ListedJobs jobs) {
    Map<String, Question> all = new LinkedHashMap<>();
    JobFilter every = JobFilter.ALL;
    all.put("all", new Question(Owners.ALL, every));
    for (JobStatus status : JobStatus.values()) {
      all.put("status " + status.wireName(), everybodys(filter(Set.of(status), null, null)));
    }
    for (String type : new String[] {"report", "video", "bulk-operation", "none"}) {
      all.put("type " + type, everybodys(filter(Set.of(), type, null)));
    }
    all.put("label of half", everybodys(labels(Map.of("team", "green"))));
    all.put("label of a thousand, old", everybodys(labels(Map.of("batch", "5"))));
    all.put("label of none", everybodys(labels(Map.of("team", "none"))));
    all.put("text of a third", everybodys(filter(Set.of(), null, "Carrier")));
    all.put("text of a few, old", everybodys(filter(Set.of(), null, ListedJobs.RARE_WORDS)));
    all.put("text of none", everybodys(filter(Set.of(), null, "nowhere")));
    all.put("owner of half", everybodys(every.ofOwner(ListedJobs.BUSY_OWNER)));
    all.put("owner of a hundred, old", everybodys(every.ofOwner(ListedJobs.RARE_OWNER)));
    all.put("one's own", new Question(new Owners.Only(ListedJobs.BUSY_OWNER), every));
    all.put("a tenant's, of two owners", of(ListedJobs.SMALL_TENANT, every));
    all.put("a tenant's, of 1,200 owners", of(ListedJobs.WIDE_TENANT, every));
    all.put("submitted before half", everybodys(between(null, jobs.before(0.5))));
    all.put("submitted in an hour", everybodys(between(jobs.before(0.5), jobs.before(0.494))));
    combinations(all);
    return all;
  }

  private static void combinations(Map<String, Question> all) {
    Set<JobStatus> failed = Set.of(JobStatus.FAILED);
    Set<JobStatus> running = Set.of(JobStatus.RUNNING);
    Owners own = new Owners.Only(ListedJobs.BUSY_OWNER);
    all.put("failed videos", everybodys(filter(failed, "video", null)));
    all.put("one's own failed ones", new Question(own, filter(failed, null, null)));
    all.put("one's own running ones", new Question(own, filter(running, null, null)));
    all.put("one's own old videos", new Question(own, filter(Set.of(), "video", null)));
    all.put(
        "failed, label of half",
        everybodys(new JobFilter(failed, null, Map.of("team", "green"), null, null, null)));
    all.put("failed, text of a few", everybodys(filter(failed, null, ListedJobs.RARE_WORDS)));
    all.put(
        "failed reports, text of a few",
        everybodys(filter(failed, "report", ListedJobs.RARE_WORDS)));
    all.put("one's own, text of none", new Question(own, filter(Set.of(), null, "nowhere")));
    all.put(
        "a small tenant's failed ones", of(ListedJobs.SMALL_TENANT, filter(failed, null, null)));
    all.put("a wide tenant's videos", of(ListedJobs.WIDE_TENANT, filter(Set.of(), "video", null)));
  }

  private static Question everybodys(JobFilter filter) {
    return new Question(Owners.ALL, filter);
  }

  private static Question of(String tenant, JobFilter filter) {
    return new Question(new Owners.OfTenant(tenant), filter);
  }

  private static JobFilter filter(
      Set<JobStatus> statuses, @Nullable String type, @Nullable String text) {
    return new JobFilter(statuses, type, Map.of(), text, null, null);
  }

  private static JobFilter labels(Map<String, String> labels) {
    return new JobFilter(Set.of(), null, labels, null, null, null);
  }

  private static JobFilter between(@Nullable Instant after, @Nullable Instant before) {
    return new JobFilter(Set.of(), null, Map.of(), null, after, before);
  }
}
