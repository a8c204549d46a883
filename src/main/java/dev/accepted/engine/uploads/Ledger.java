package dev.accepted.engine.uploads;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.Refusal.QuotaExceeded;
import dev.accepted.engine.quota.Quotas;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.StoredUpload;
import dev.accepted.store.UploadStore;
import dev.accepted.store.Uses;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of uploads: each change is committed when its method returns, and fails with
 * a {@link Refusal} if it can't be.
 */
final class Ledger {

  private final GroupCommit writer;
  private final Database database;
  private final Quotas quotas;
  private final Clock clock;
  private final Duration retain;

  Ledger(Uploads.Parts parts) {
    this.writer = parts.writer();
    this.database = parts.database();
    this.quotas = parts.quotas();
    this.clock = parts.clock();
    this.retain = parts.settings().uploads().retain();
  }

  /** The store keeps milliseconds. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** When one is dropped to which something happens now. */
  Instant expiry() {
    return now().plus(retain);
  }

  /** This server. */
  UUID node() {
    return database.node();
  }

  /**
   * Whether another server may have its file open. One that shares its database with nobody has
   * been started again since, if the row names another.
   */
  boolean isHeldElsewhere(StoredUpload upload) {
    UUID holder = upload.holder();
    return holder != null && database.isShared() && !holder.equals(node());
  }

  /** Takes it for a request; empty if it isn't as it was seen any more. */
  Optional<StoredUpload> claim(
      StoredUpload seen, long file, @Nullable UUID holder, @Nullable Long length) {
    return written(session -> UploadStore.claim(session, seen, file, holder, length, expiry()));
  }

  /**
   * More of it is on disk.
   *
   * @param holder who goes on to write to its file; null for nobody
   * @return how it stands then; empty if somebody else has it by now
   * @throws QuotaExceeded if its owner keeps too much; what is on disk beyond what counted before
   *     doesn't count then
   */
  Optional<StoredUpload> grow(StoredUpload held, long received, @Nullable UUID holder) {
    Growth growth = written(session -> grow(session, held, received, holder));
    if (growth.refusal() != null) {
      throw growth.refusal();
    }
    return growth.grown();
  }

  private record Growth(Optional<StoredUpload> grown, @Nullable QuotaExceeded refusal) {}

  private Growth grow(Session session, StoredUpload held, long received, @Nullable UUID holder)
      throws SQLException {
    long more = received - held.received();
    Optional<QuotaExceeded> refusal =
        more > 0 && quotas.limitBytes()
            ? quotas.refuseBytes(Uses.of(session).now(session, held.owner()), more)
            : Optional.empty();
    long counts = refusal.isPresent() ? held.received() : received;
    UUID next = refusal.isPresent() ? null : holder;
    return new Growth(
        UploadStore.grow(session, held, counts, next, expiry()), refusal.orElse(null));
  }

  /** Nothing more is to come; empty if somebody else has it by now. */
  Optional<StoredUpload> complete(StoredUpload held, String sha256) {
    return written(session -> UploadStore.complete(session, held, sha256, expiry()));
  }

  /** Takes it out; false if there is none. */
  boolean remove(String owner, UUID id) {
    return written(
        session -> {
          Optional<StoredUpload> found = UploadStore.findToChange(session, owner, id);
          if (found.isPresent()) {
            UploadStore.remove(session, found.get());
          }
          return found.isPresent();
        });
  }

  /** Done when it is committed. */
  <T> T written(SqlWork<T> work) {
    try {
      return writer.write(work).join();
    } catch (CompletionException failure) {
      throw Refusal.ofStore(failure) instanceof RuntimeException told
          ? told
          : new Refusal.StoreDown();
    }
  }
}
