package dev.accepted.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accepted.sql.DatabaseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of uploads: who may change them, and what they count for. */
abstract class UploadStoreContract extends StoreFixture {

  private static final Instant EXPIRY = NOW.plus(Duration.ofHours(24));
  private static final UUID NODE = new UUID(1, 1);

  private int uploads;

  private StoredUpload added(String owner, @Nullable Long length) {
    UUID id = new UUID(0x0199_0000_0000_7000L + uploads++, 0x8000_0000_0000_0000L);
    StoredUpload fresh = StoredUpload.begun(id, owner, "text/csv", "a.csv", length, NOW, EXPIRY);
    did(
        session -> {
          UploadStore.add(session, fresh);
          return true;
        });
    return fresh;
  }

  private Optional<StoredUpload> found(StoredUpload upload, Instant now) {
    return one(session -> UploadStore.find(session, upload.owner(), upload.id(), now));
  }

  private Optional<StoredUpload> claimed(StoredUpload seen) {
    return database.transaction(
        session -> UploadStore.claim(session, seen, 0, NODE, seen.length(), EXPIRY));
  }

  private StoredUpload held(StoredUpload seen) {
    return claimed(seen).orElseThrow();
  }

  private Optional<StoredUpload> completed(StoredUpload held) {
    return database.transaction(session -> UploadStore.complete(session, held, "digest", EXPIRY));
  }

  private Optional<StoredUpload> grown(StoredUpload held, long received) {
    return database.transaction(session -> UploadStore.grow(session, held, received, null, EXPIRY));
  }

  private long kept() {
    return database.read(session -> CallerUse.of(session, OWNER)).bytes();
  }

  @Test
  void isFoundByItsOwnerUntilItsTimeIsOver() {
    StoredUpload fresh = added(OWNER, 100L);

    assertThat(found(fresh, NOW)).contains(fresh);
    assertThat(found(fresh, EXPIRY)).isEmpty();
    Optional<StoredUpload> foreign =
        one(session -> UploadStore.find(session, "other", fresh.id(), NOW));
    Optional<StoredUpload> foreignToChange =
        one(session -> UploadStore.findToChange(session, "other", fresh.id()));
    Optional<Long> file = one(session -> UploadStore.file(session, fresh.id()));
    assertThat(foreign).isEmpty();
    assertThat(foreignToChange).isEmpty();
    assertThat(file).contains(0L);
    assertThat(found(added(OWNER, null), NOW).orElseThrow().length()).isNull();
  }

  @Test
  void whoeverHasAnOlderClaimChangesNothing() {
    StoredUpload fresh = added(OWNER, 100L);
    StoredUpload first = held(fresh);
    StoredUpload second = held(first);

    assertThat(grown(first, 10)).isEmpty();
    assertThat(claimed(fresh)).isEmpty();
    assertThat(completed(first)).isEmpty();
    StoredUpload grown = grown(second, 10).orElseThrow();
    assertThat(found(fresh, NOW)).contains(grown);
    assertThat(grown.received()).isEqualTo(10);
    assertThat(grown.holder()).isNull();
  }

  @Test
  void whatHasComeCountsUntilItIsGone() {
    StoredUpload ten = grown(held(added(OWNER, 100L)), 10).orElseThrow();
    assertThat(kept()).isEqualTo(10);
    StoredUpload all = grown(ten, 100).orElseThrow();
    assertThat(kept()).isEqualTo(100);
    did(
        session -> {
          UploadStore.remove(
              session, UploadStore.findToChange(session, OWNER, all.id()).orElseThrow());
          return true;
        });
    assertThat(found(all, NOW)).isEmpty();
    CallerUse use = database.read(session -> CallerUse.of(session, OWNER));
    assertThat(use).isEqualTo(CallerUse.NOTHING);
  }

  @Test
  void whatIsCompleteDoesNotChange() {
    StoredUpload all = grown(held(added(OWNER, null)), 100).orElseThrow();
    StoredUpload done = completed(all).orElseThrow();

    assertThat(found(all, NOW)).contains(done);
    assertThat(done.isComplete()).isTrue();
    assertThat(done.length()).isEqualTo(100);
    assertThat(grown(done, 101)).isEmpty();
    assertThat(claimed(done)).isEmpty();
  }

  @Test
  void thereIsNeverMoreThanItIsLong() {
    StoredUpload held = held(added(OWNER, 100L));

    assertThatThrownBy(() -> grown(held, 101)).isInstanceOf(DatabaseException.class);
    assertThat(kept()).isZero();
  }

  @Test
  void thoseOfAnOwnerAreListedAndCountedNewestFirst() {
    StoredUpload first = added(OWNER, 1L);
    StoredUpload second = added(OWNER, 2L);
    added("other", 3L);

    assertThat(all(session -> UploadStore.of(session, OWNER, NOW, 10)))
        .containsExactly(second, first);
    assertThat(all(session -> UploadStore.of(session, OWNER, NOW, 1))).containsExactly(second);
    assertThat(count(session -> UploadStore.count(session, OWNER, NOW))).isEqualTo(2);
    assertThat(count(session -> UploadStore.count(session, OWNER, EXPIRY))).isZero();
  }

  @Test
  void thoseWhoseTimeIsOverAreFoundTheOldestFirst() {
    StoredUpload first = added(OWNER, 1L);
    StoredUpload second = added("other", 2L);
    held(second);

    List<StoredUpload> none = all(session -> UploadStore.expired(session, NOW, 10));
    List<StoredUpload> both = all(session -> UploadStore.expired(session, EXPIRY, 10));

    assertThat(none).isEmpty();
    assertThat(both).extracting(StoredUpload::id).containsExactly(first.id(), second.id());
    assertThat(all(session -> UploadStore.expired(session, EXPIRY, 1))).hasSize(1);
  }
}
