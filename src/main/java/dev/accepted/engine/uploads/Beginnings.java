package dev.accepted.engine.uploads;

import dev.accepted.engine.intake.JobIds;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.store.CallerUse;
import dev.accepted.store.StoredUpload;
import dev.accepted.store.UploadStore;

/** Begins uploads, of those who may have more. */
final class Beginnings {

  private final Uploads.Parts parts;
  private final Ledger ledger;
  private final JobIds ids;
  private final int most;

  Beginnings(Uploads.Parts parts, Ledger ledger) {
    this.parts = parts;
    this.ledger = ledger;
    this.ids = new JobIds(parts.clock());
    this.most = parts.settings().uploads().most();
  }

  /**
   * Begins one.
   *
   * @throws UploadRefused if it is to be too long, or its owner has as many as may be
   * @throws Refusal if the store is down, or its owner keeps too much
   */
  StoredUpload begin(NewUpload asked) {
    Long length = asked.length();
    if (length != null && length > asked.most()) {
      throw new UploadRefused.TooLong(asked.most(), null);
    }
    expectRoom(asked.owner(), length == null ? 0 : length);
    StoredUpload fresh =
        StoredUpload.begun(
            ids.next().value(),
            asked.owner(),
            asked.mediaType(),
            asked.fileName(),
            length,
            ledger.now(),
            ledger.expiry());
    if (!add(fresh)) {
      throw new UploadRefused.TooMany(most);
    }
    return fresh;
  }

  private boolean add(StoredUpload fresh) {
    return ledger.written(
        session -> {
          if (UploadStore.count(session, fresh.owner(), fresh.createdAt()) >= most) {
            return false;
          }
          UploadStore.add(session, fresh);
          return true;
        });
  }

  /**
   * So that nobody sends gigabytes in vain.
   *
   * @param more in bytes
   * @throws Refusal.QuotaExceeded if the owner may not keep so many more
   */
  void expectRoom(String owner, long more) {
    if (parts.quotas().limitBytes()) {
      CallerUse use = parts.reads().read(session -> CallerUse.of(session, owner));
      parts
          .quotas()
          .refuseBytes(use, more)
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
  }
}
