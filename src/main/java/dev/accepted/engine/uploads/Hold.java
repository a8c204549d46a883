package dev.accepted.engine.uploads;

import dev.accepted.content.ContentStore;
import dev.accepted.content.UploadArea;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.store.StoredUpload;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has an upload's row and its file agree on who writes, and on how much of it counts. */
final class Hold {

  private static final Logger LOG = System.getLogger(Hold.class.getName());

  private final Ledger ledger;
  private final ContentStore contents;
  private final Clock clock;

  Hold(Ledger ledger, ContentStore contents, Clock clock) {
    this.ledger = ledger;
    this.contents = contents;
    this.clock = clock;
  }

  /** Where their bytes lie. */
  UploadArea area() {
    return contents.uploads().orElseThrow(UploadRefused.Unavailable::new);
  }

  /**
   * Takes it for a request that writes.
   *
   * @param length as far as it is known
   * @param most bytes that it may have
   * @return empty if somebody else was quicker
   */
  Optional<Appending> take(StoredUpload seen, @Nullable Long length, long most) {
    return claim(seen, length).map(held -> open(held, most));
  }

  /**
   * A file that another server may have open is left to that: its end is in nobody's hand here.
   * What counts of it doesn't change any more, and is copied.
   *
   * @return empty if somebody else was quicker
   */
  private Optional<StoredUpload> claim(StoredUpload seen, @Nullable Long length) {
    if (!ledger.isHeldElsewhere(seen)) {
      return ledger.claim(seen, seen.file(), ledger.node(), length);
    }
    return ledger
        .claim(seen, seen.file(), seen.holder(), length)
        .flatMap(
            held -> {
              copy(held);
              return ledger.claim(held, held.claim(), ledger.node(), length);
            });
  }

  private void copy(StoredUpload held) {
    try {
      area().copy(held.id(), held.file(), held.claim(), held.received());
    } catch (IOException e) {
      throw unusable(held, e);
    }
  }

  private Appending open(StoredUpload held, long most) {
    try {
      return new Appending(
          held, area().open(held.id(), held.file(), held.received()), ledger, clock, most);
    } catch (IOException e) {
      throw unusable(held, e);
    }
  }

  /** What is lost can't be gone on with: its client begins anew. */
  private RuntimeException unusable(StoredUpload held, IOException why) {
    if (why instanceof UploadArea.Lost) {
      LOG.log(Level.WARNING, "An upload is dropped, as some of it is lost", why);
      ledger.remove(held.owner(), held.id());
      dropFiles(held.id());
      return new UploadRefused.Unknown();
    }
    return down(why);
  }

  static Refusal down(IOException why) {
    LOG.log(Level.WARNING, "An upload could not be taken in", why);
    return new Refusal.StoreDown();
  }

  /**
   * Nothing more is to come: reads all of it.
   *
   * @throws UploadRefused.InconsistentLength if it is shorter than it is to be
   * @throws UploadRefused.Superseded if somebody else has it by now
   */
  StoredUpload complete(StoredUpload stands) {
    Long length = stands.length();
    if (length != null && length != stands.received()) {
      throw new UploadRefused.InconsistentLength(
          "The upload is to be %d bytes long, and has come to %d."
              .formatted(length, stands.received()),
          UploadReport.of(stands));
    }
    try {
      String sha256 = area().sha256(stands.id(), stands.file(), stands.received());
      return ledger.complete(stands, sha256).orElseThrow(UploadRefused.Superseded::new);
    } catch (IOException e) {
      throw unusable(stands, e);
    }
  }

  /** Drops the files of one that isn't stored any more; what can't be is left to the sweep. */
  void dropFiles(UUID id) {
    try {
      Optional<UploadArea> area = contents.uploads();
      if (area.isPresent()) {
        area.get().remove(id);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The file of an upload is left to the next sweep", e);
    }
  }
}
