package dev.accepted.engine;

import dev.accepted.engine.intake.IdempotentInsert.Outcome;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.sql.Session;
import dev.accepted.store.StoredUpload;
import dev.accepted.store.UploadStore;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The upload that a submission names, on its way to the job: stored with it, or left as it was. */
final class TakenUpload {

  private TakenUpload() {}

  /**
   * The submission with its upload as the file that came along; as it is, if it names none.
   *
   * @throws Refusal.UploadUnusable if there is none, or it isn't complete
   */
  static NewJob with(Uploads uploads, NewJob request) {
    UUID upload = request.upload();
    return upload == null ? request : request.with(uploads.staged(request.owner(), upload));
  }

  /** How many bytes of the job are its owner's already: those that the upload has brought. */
  static long counted(NewJob request) {
    return request.upload() == null || request.file() == null ? 0 : request.file().info().length();
  }

  /** Stores the job and what goes with it, and takes the upload out; to be called in the write. */
  static Outcome perform(Session session, Insertion insertion, NewJob request, Accompaniment with)
      throws SQLException {
    UUID upload = request.upload();
    Optional<StoredUpload> taken =
        upload == null
            ? Optional.empty()
            : UploadStore.findToChange(session, request.owner(), upload);
    if (upload != null && taken.isEmpty()) {
      Optional<Outcome> earlier = insertion.earlier(session);
      return earlier.orElseGet(() -> new Outcome.Refused(Refusal.UploadUnusable.unknown()));
    }
    Outcome outcome = insertion.in(session);
    if (outcome instanceof Outcome.Stored stored) {
      with.in(session, stored.accepted());
      if (taken.isPresent()) {
        UploadStore.remove(session, taken.get());
      }
    }
    return outcome;
  }

  /** Once that is committed: the job has the bytes. */
  static void drop(Uploads uploads, NewJob request, Outcome outcome) {
    UUID upload = request.upload();
    if (outcome instanceof Outcome.Stored && upload != null) {
      uploads.dropFiles(upload);
    }
  }
}
