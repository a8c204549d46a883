package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accepted.job.Job;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import dev.accepted.sql.TestPostgres;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The journal on PostgreSQL. */
class PostgresJournalTest extends JournalContract {

  @Override
  Database open() {
    return TestPostgres.database();
  }

  /** Whoever has seen a number must never see a lower one come after it. */
  @Test
  void numbersAreTakenInTheOrderOfCommits() throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Job slow = job("test", 4, null, Map.of());
    Job quick = job("test", 4, null, Map.of());
    Thread first =
        new Thread(
            () ->
                database.transaction(
                    session -> {
                      JobStore.insert(session, slow, "{}");
                      return session.closing(Pause.class, () -> new Pause(taken, go));
                    }));
    first.start();
    assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
    Thread second = new Thread(() -> stored(quick));
    second.start();
    while (second.isAlive() && waitsForALock() == 0) {
      Thread.onSpinWait();
    }
    assertThat(second.isAlive()).as("waits for the one that has taken numbers").isTrue();
    go.countDown();
    first.join();
    second.join();
    assertThat(entries())
        .extracting(entry -> entry.job().id())
        .containsExactly(slow.id(), quick.id());
  }

  private long waitsForALock() {
    return database.read(
        session ->
            session
                .first(
                    "select count(*) as n from pg_locks where locktype = 'advisory' and not granted",
                    row -> row.longNumber("n"))
                .orElseThrow());
  }

  /** Between the numbers and the commit. */
  private record Pause(CountDownLatch taken, CountDownLatch go) implements Session.Closing {

    @Override
    public void in(Session session) {
      taken.countDown();
      try {
        assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
    }
  }
}
