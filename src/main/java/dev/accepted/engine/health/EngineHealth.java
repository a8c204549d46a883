package dev.accepted.engine.health;

import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.store.GroupCommit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Whether the engine works. Cheap to ask: as often as anybody likes, from any thread. */
public final class EngineHealth {

  private static final Logger LOG = System.getLogger(EngineHealth.class.getName());
  private static final Duration REMEMBERED = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Whatever ought to go on and hasn't for so long is stuck. */
  private static final Duration STUCK = Duration.ofMinutes(1);

  private final GroupCommit writer;
  private final Clock clock;
  private final Duration stuck;
  private final BoundedLook<Boolean> store;
  private volatile @Nullable Instant ticked;
  private volatile boolean draining;

  /**
   * Makes one.
   *
   * @param executor runs a short look at the store now and then
   */
  public EngineHealth(Database database, GroupCommit writer, Executor executor, Clock clock) {
    this(database, writer, executor, clock, STUCK);
  }

  EngineHealth(
      Database database, GroupCommit writer, Executor executor, Clock clock, Duration stuck) {
    this.writer = writer;
    this.clock = clock;
    this.stuck = stuck;
    this.store = new BoundedLook<>(() -> answers(database), executor, clock, REMEMBERED, PATIENCE);
  }

  private static boolean answers(Database database) {
    try {
      return database.read(
          session -> session.first("select 1 as one", row -> row.number("one")).isPresent());
    } catch (DatabaseException down) {
      LOG.log(Level.WARNING, "The store does not answer", down);
      return false;
    }
  }

  /** The timers have called. */
  public void tick() {
    ticked = clock.instant();
  }

  /** The engine stops, or is about to: nothing new is for this node. */
  public void drain() {
    draining = true;
  }

  /** It goes on after all. */
  public void resume() {
    draining = false;
  }

  /** True while the store answers within two seconds; that answer is remembered for one. */
  public boolean storeAnswers() {
    return store.answer().orElse(false);
  }

  /** True once the engine stops, or is about to. */
  public boolean isDraining() {
    return draining;
  }

  /** True while the store's writer lives and has not been at one batch for a minute. */
  public boolean writerWorks() {
    return draining || (writer.isAlive() && writer.busyFor().compareTo(stuck) < 0);
  }

  /** True unless the timers, once they have begun, have been silent for a minute. */
  public boolean timersTick() {
    Instant last = ticked;
    return draining || last == null || last.plus(stuck).isAfter(clock.instant());
  }
}
