package dev.accepted.engine;

import static dev.accepted.engine.EngineFixture.OWNER;
import static dev.accepted.engine.EngineFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.config.Settings;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.RequestedOptions;
import dev.accepted.job.Job;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobStopped;
import dev.accepted.job.SettableClock;
import dev.accepted.sql.TestPostgres;
import dev.accepted.store.JobQueries;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL, each with one slot, and a clock that a test moves. */
abstract class TwoNodes {

  @TempDir Path folder;
  final SettableClock clock = new SettableClock();
  final BlockingQueue<String> played = new LinkedBlockingQueue<>();
  final CompletableFuture<Void> free = new CompletableFuture<>();
  final String url = TestPostgres.url();
  EngineFixture one;
  EngineFixture other;

  @BeforeEach
  void start() throws Exception {
    one = node("one");
    other = node("other");
    awaitListening();
    settle(one);
    settle(other);
  }

  /** Both have looked for what they may run: what they are given next, they start at once. */
  static void settle(EngineFixture node) throws Exception {
    node.pass(Duration.ZERO);
    node.pass(Duration.ZERO);
  }

  void awaitListening() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (listening() < 2) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private int listening() {
    return one.database.read(
        session ->
            session
                .first(
                    """
                    select count(*)::integer as listeners from pg_stat_activity
                    where datname = current_database() and query in ('listen accepted', 'select 1')
                      and state = 'idle'
                    """,
                    row -> row.number("listeners"))
                .orElse(0));
  }

  EngineFixture node(String name) throws Exception {
    ScriptedType type =
        new ScriptedType("test", 1)
            .act("quick", context -> played.add(name))
            .act("wait", context -> wait(name, context))
            .act("deaf", context -> beDeaf(name));
    return new EngineFixture(Settings.in(folder), clock, TestPostgres.connect(url), type);
  }

  void wait(String name, JobContext context) throws Exception {
    played.add(name);
    try {
      context.pause(Duration.ofDays(1));
    } catch (JobStopped | InterruptedException stopped) {
      played.add(name + " stopped");
      throw stopped;
    }
  }

  void beDeaf(String name) {
    played.add(name);
    free.join();
  }

  String nextPlayed() throws Exception {
    return played.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    free.complete(null);
    one.close();
    other.close();
  }

  /** As if that server had not shown itself for long; it doesn't know. */
  void freeze(EngineFixture node) {
    node.database.transaction(
        session ->
            session.update(
                "update node set lease_until = clock_timestamp() - interval '1 second' where id = ?",
                session.node()));
  }

  /** As if that server had been there for long. */
  void steady(EngineFixture node) {
    node.database.transaction(
        session ->
            session.update(
                """
                update node set steady_since = clock_timestamp() - interval '1 hour',
                  lease_until = clock_timestamp() + interval '1 hour' where id = ?
                """,
                session.node()));
  }

  Job stored(Job job) {
    return other.database.read(session -> JobQueries.find(session, job.id())).orElseThrow();
  }

  /** The submission of an act with an idempotency key. */
  static NewJob keyed(String act, String key) {
    return new NewJob(
        OWNER,
        "test",
        Json.createObjectBuilder().add("act", act).build(),
        null,
        RequestedOptions.NONE,
        key);
  }
}
