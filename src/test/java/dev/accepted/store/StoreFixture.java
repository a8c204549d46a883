package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.Submission;
import dev.accepted.sql.Database;
import dev.accepted.sql.Migrations;
import dev.accepted.sql.Pending;
import dev.accepted.sql.SqlWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty store on a database, and jobs to fill it with. */
abstract class StoreFixture {

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  static final String OWNER = "somebody";
  static final byte[] SMALL = {1, 2, 3};

  Database database;
  int sequence;

  /** An empty database. */
  abstract Database open();

  @BeforeEach
  void migrate() {
    database = open();
    Migrations.run(database, "db/jobs");
  }

  @AfterEach
  void close() {
    database.close();
  }

  Job job(String type, int priority, @Nullable Instant runAt, Map<String, String> labels) {
    return job(OWNER, type, priority, runAt, labels);
  }

  Job job(
      String owner,
      String type,
      int priority,
      @Nullable Instant runAt,
      Map<String, String> labels) {
    JobOptions options =
        new JobOptions(priority, runAt, Duration.ofHours(1), Duration.ofDays(1), 3, labels);
    UUID id =
        new UUID(
            JobId.firstAt(NOW).value().getMostSignificantBits() + 0x7000L + sequence++,
            0x8000_0000_0000_0000L);
    return Job.accepted(new JobId(id), new Submission(owner, type, NOW, null, options));
  }

  /** One of that owner. */
  Job job(String owner) {
    Job plain = job("test", 4, null, Map.of());
    return Job.accepted(
        plain.id(), new Submission(owner, "test", NOW, null, plain.submission().options()));
  }

  Job stored(Job job) {
    return database.transaction(
        session -> {
          JobStore.insert(session, job, "{\"n\": 1}");
          return job;
        });
  }

  Job plain() {
    return stored(job("test", 4, null, Map.of()));
  }

  Job started(Job queued) {
    Job running = queued.started(NOW.plusSeconds(1));
    assertThat(didLater(s -> JobStore.start(s, queued, running))).isTrue();
    return running;
  }

  boolean did(SqlWork<Boolean> transition) {
    return database.transaction(transition);
  }

  /** The same for what is sent with others. */
  boolean didLater(SqlWork<Pending> transition) {
    return database.transaction(transition).changedOne();
  }

  int count(SqlWork<Integer> change) {
    return database.transaction(change);
  }

  <T> List<T> all(SqlWork<List<T>> query) {
    return database.read(query);
  }

  <T> Optional<T> one(SqlWork<Optional<T>> query) {
    return database.read(query);
  }

  Optional<Job> found(Job job) {
    return one(session -> JobQueries.find(session, job.id()));
  }
}
