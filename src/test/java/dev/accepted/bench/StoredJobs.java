package dev.accepted.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accepted.bench.subject.Order;
import dev.accepted.bench.subject.StuckType;
import dev.accepted.guard.Caller;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.Submission;
import dev.accepted.sql.Database;
import dev.accepted.sql.Migrations;
import dev.accepted.sql.Session;
import dev.accepted.store.FinishedWork;
import dev.accepted.store.JobStore;
import dev.accepted.store.TurnBook;
import dev.accepted.store.Turns;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes jobs into a store that no server has open, faster than a server would take them. */
final class StoredJobs {

  /** About so many of the finished ones are polled, as long as there are enough. */
  static final int SAMPLE = 10_000;

  private static final int BATCH = 1_000;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final byte[] RESULT = "{\"begun\":1234567890123456}".getBytes(UTF_8);
  private static final ContentInfo INFO =
      new ContentInfo(
          "result",
          "application/json",
          RESULT.length,
          null,
          "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

  private final Database database;
  private final TurnBook turns = new TurnBook();
  private final long begin;
  private long made;

  /** Brings the database up to date. */
  StoredJobs(Database database, Instant now) {
    this.database = database;
    this.begin = now.minus(Duration.ofDays(1)).toEpochMilli();
    Migrations.run(database, "db/jobs");
  }

  /** Writes jobs that have succeeded; the paths of some of their monitors, spread over all. */
  List<String> finished(int number) {
    List<String> sample = new ArrayList<>();
    int every = Math.max(1, number / SAMPLE);
    inBatches(
        number,
        (session, index) -> {
          Job accepted = next("noop");
          Job running = accepted.started(accepted.submission().submittedAt());
          JobStore.insert(session, accepted, Order.EXAMPLE);
          JobStore.start(session, accepted, running);
          JobStore.succeed(
              session,
              running.succeeded(INFO, running.state().updatedAt()),
              new FinishedWork(INFO, RESULT, List.of(), List.of()));
          if (index % every == 0) {
            sample.add("/api/jobs/" + accepted.id());
          }
        });
    return sample;
  }

  /** Writes jobs of a type that has one slot and never ends: they are queued, and stay so. */
  void queued(int number) {
    inBatches(
        number, (session, index) -> JobStore.insert(session, next(StuckType.NAME), Order.EXAMPLE));
  }

  private interface Step {
    void run(Session session, int index) throws SQLException;
  }

  private void inBatches(int number, Step step) {
    for (int from = 0; from < number; from += BATCH) {
      int first = from;
      int beyond = Math.min(number, from + BATCH);
      database
          .transaction(
              session -> {
                Turns given = Turns.of(session, turns);
                for (int index = first; index < beyond; index++) {
                  step.run(session, index);
                }
                return given;
              })
          .keep();
    }
  }

  /** Ids grow with time, as the server's do. */
  private Job next(String type) {
    long millis = begin + made++;
    UUID id = new UUID(millis << 16 | VERSION, VARIANT | made);
    JobOptions options =
        new JobOptions(4, null, Duration.ofHours(1), Duration.ofDays(7), 3, Map.of());
    return Job.accepted(
        new JobId(id),
        new Submission(Caller.ANONYMOUS.name(), type, Instant.ofEpochMilli(millis), null, options));
  }
}
