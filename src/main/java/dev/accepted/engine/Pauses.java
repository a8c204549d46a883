package dev.accepted.engine;

import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.job.Actor;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.AuditLog;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.PausedTypes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Job types that are paused for maintenance: their jobs are accepted and wait, and none is started,
 * on any server that shares the store. What runs goes on.
 */
final class Pauses {

  private final GroupCommit writer;
  private final Database database;
  private final Clock clock;
  private volatile Map<String, Instant> since;

  Pauses(GroupCommit writer, Database database, Clock clock) {
    this.writer = writer;
    this.database = database;
    this.clock = clock;
    this.since = database.read(PausedTypes::all);
  }

  /** Since when a type is paused; empty if it isn't. */
  Optional<Instant> since(String type) {
    return Optional.ofNullable(since.get(type));
  }

  /** By type, since when each is paused that is. */
  Map<String, Instant> all() {
    return Map.copyOf(since);
  }

  boolean contains(String type) {
    return since.containsKey(type);
  }

  CompletableFuture<Boolean> pause(String type, Actor actor) {
    return change(
        actor,
        Act.of(ActKind.TYPE_PAUSED, type, Optional.empty()),
        (session, now) -> PausedTypes.pause(session, type, now));
  }

  CompletableFuture<Boolean> resume(String type, Actor actor) {
    return change(
        actor,
        Act.of(ActKind.TYPE_RESUMED, type, Optional.empty()),
        (session, now) -> PausedTypes.resume(session, type));
  }

  /** False if there is nothing to change. */
  @FunctionalInterface
  private interface Change {
    boolean write(Session session, Instant now) throws SQLException;
  }

  private CompletableFuture<Boolean> change(Actor actor, Act act, Change change) {
    SqlWork<Map<String, Instant>> work =
        session -> {
          Instant now = clock.instant();
          if (change.write(session, now)) {
            AuditLog.add(session, now, actor, act);
          }
          return PausedTypes.all(session);
        };
    return writer.write(work, now -> since = now).thenApply(done -> true);
  }

  /** Another server may have changed something. */
  void reload() {
    since = database.read(PausedTypes::all);
  }
}
