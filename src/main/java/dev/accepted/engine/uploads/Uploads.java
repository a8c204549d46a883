package dev.accepted.engine.uploads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.accepted.config.Settings;
import dev.accepted.content.ContentStore;
import dev.accepted.content.ContentUnavailable;
import dev.accepted.content.StagedFile;
import dev.accepted.content.UploadArea;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.quota.Quotas;
import dev.accepted.sql.Database;
import dev.accepted.sql.Session;
import dev.accepted.store.GroupCommit;
import dev.accepted.store.StoredUpload;
import dev.accepted.store.UploadStore;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The door to uploads that may take several requests. What it answers holds: it is committed by
 * then. One request at a time writes to an upload; whoever comes next ends the one before, since
 * its client, which has one connection for each upload, must have lost it.
 */
public final class Uploads {

  private static final Logger LOG = System.getLogger(Uploads.class.getName());

  private final Parts parts;
  private final Ledger ledger;
  private final Hold hold;
  private final Beginnings beginnings;
  private final Map<UUID, Appending> underWay = new ConcurrentHashMap<>();

  /** For as long as somebody stands before one. */
  private final Cache<UUID, Object> doors = Caffeine.newBuilder().weakValues().build();

  /** What they need. */
  public record Parts(
      Settings settings,
      Clock clock,
      Database database,
      GroupCommit writer,
      ContentStore contents,
      Quotas quotas,
      Reads reads) {}

  public Uploads(Parts parts) {
    this.parts = parts;
    this.ledger = new Ledger(parts);
    this.hold = new Hold(ledger, parts.contents(), parts.clock());
    this.beginnings = new Beginnings(parts, ledger);
  }

  /**
   * Begins one.
   *
   * @throws UploadRefused if it can't be
   * @throws Refusal if the store is down, or its owner keeps too much
   */
  public UploadReport begin(NewUpload asked) {
    hold.area();
    return UploadReport.of(beginnings.begin(asked));
  }

  /**
   * Appends a part; takes as long as that takes to come. If the body breaks off, what has come of
   * it counts.
   *
   * @throws UploadRefused if it doesn't fit, or somebody else has the upload by now
   * @throws Refusal if the store is down, or its owner keeps too much
   * @throws IOException if the body breaks off
   */
  public UploadReport append(String owner, UUID id, Part part, InputStream body)
      throws IOException {
    Appending appending = start(owner, id, part);
    StoredUpload stands;
    try {
      stands = appending.take(body);
    } catch (UploadRefused.TooLong beyond) {
      throw tooLong(owner, id, part, beyond);
    } catch (ContentUnavailable down) {
      throw Hold.down(down);
    } finally {
      underWay.remove(id, appending);
    }
    return UploadReport.of(part.completes() ? hold.complete(stands) : stands);
  }

  /** One that gets longer than it was said to be can't be what it was said to be. */
  private UploadRefused tooLong(String owner, UUID id, Part part, UploadRefused.TooLong beyond) {
    if (beyond.most() >= part.most()) {
      return beyond;
    }
    remove(owner, id);
    return new UploadRefused.InconsistentLength(
        "The upload was to be %d bytes long, and more came; it is removed."
            .formatted(beyond.most()),
        null);
  }

  private Appending start(String owner, UUID id, Part part) {
    Object door = door(id);
    synchronized (door) {
      for (; ; ) {
        StoredUpload seen = alone(owner, id);
        Long length = part.check(seen);
        beginnings.expectRoom(owner, expected(seen, part, length));
        Optional<Appending> held = hold.take(seen, length, length == null ? part.most() : length);
        if (held.isPresent()) {
          underWay.put(id, held.get());
          return held.get();
        }
      }
    }
  }

  private static long expected(StoredUpload seen, Part part, @Nullable Long length) {
    if (length != null) {
      return length - seen.received();
    }
    return part.length() == null ? 0 : part.length();
  }

  private Object door(UUID id) {
    return doors.get(id, first -> new Object());
  }

  /** How it stands when nobody is at it any more on this server; nobody else's is disturbed. */
  private StoredUpload alone(String owner, UUID id) {
    stored(owner, id);
    stop(id);
    return stored(owner, id);
  }

  /** Whoever is at it on this server is so no longer. */
  private void stop(UUID id) {
    Appending before = underWay.remove(id);
    try {
      if (before != null) {
        before.end();
      }
    } catch (UploadRefused.Superseded | Refusal.QuotaExceeded over) {
      // Its own request is answered so; what counts is settled.
      LOG.log(Level.DEBUG, "An upload came to an end: {0}", over.getMessage());
    } catch (IOException e) {
      throw Hold.down(e);
    }
  }

  private StoredUpload stored(String owner, UUID id) {
    return parts
        .reads()
        .read(session -> UploadStore.find(session, owner, id, ledger.now()))
        .orElseThrow(UploadRefused.Unknown::new);
  }

  /**
   * How it stands. Whoever is at it, here or elsewhere, is so no longer: what is answered must not
   * change before the next part comes.
   *
   * @throws UploadRefused.Unknown if there is none
   * @throws Refusal if the store is down
   */
  public UploadReport find(String owner, UUID id) {
    Object door = door(id);
    synchronized (door) {
      for (; ; ) {
        StoredUpload seen = alone(owner, id);
        if (seen.isComplete() || !ledger.isHeldElsewhere(seen)) {
          return UploadReport.of(seen);
        }
        Optional<StoredUpload> held = ledger.claim(seen, seen.file(), seen.holder(), seen.length());
        if (held.isPresent()) {
          return UploadReport.of(held.get());
        }
      }
    }
  }

  /** The same, and whoever is at it goes on. */
  public Optional<UploadReport> look(String owner, UUID id) {
    return parts
        .reads()
        .read(session -> UploadStore.find(session, owner, id, ledger.now()))
        .map(UploadReport::of);
  }

  /** An owner's, newest first; whoever is at them goes on. */
  public List<UploadReport> list(String owner) {
    int most = parts.settings().uploads().most();
    return parts
        .reads()
        .read(session -> UploadStore.of(session, owner, ledger.now(), most))
        .stream()
        .map(UploadReport::of)
        .toList();
  }

  /**
   * Gives it up; false if there is none.
   *
   * @throws Refusal if the store is down
   */
  public boolean remove(String owner, UUID id) {
    Object door = door(id);
    synchronized (door) {
      if (look(owner, id).isEmpty()) {
        return false;
      }
      stop(id);
      boolean removed = ledger.remove(owner, id);
      hold.dropFiles(id);
      return removed;
    }
  }

  /**
   * One that is complete, as the file of a submission.
   *
   * @throws Refusal.UploadUnusable if there is none, or it isn't complete
   */
  public StagedFile staged(String owner, UUID id) {
    StoredUpload seen =
        parts
            .reads()
            .read(session -> UploadStore.find(session, owner, id, ledger.now()))
            .orElseThrow(Refusal.UploadUnusable::unknown);
    String sha256 = seen.sha256();
    if (sha256 == null) {
      throw Refusal.UploadUnusable.incomplete();
    }
    return hold.area()
        .staged(
            id, seen.file(), essence(seen.mediaType()), seen.received(), seen.fileName(), sha256);
  }

  private static String essence(String mediaType) {
    return mediaType.split(";", 2)[0].strip();
  }

  /** Drops the files of one that isn't stored any more; what can't be is left to the sweep. */
  public void dropFiles(UUID id) {
    hold.dropFiles(id);
  }

  /**
   * Takes out some of those whose time is over, within a transaction; their files are to follow.
   */
  public static Collection<UUID> expire(Session session, Instant now, int most)
      throws SQLException {
    List<StoredUpload> expired = UploadStore.expired(session, now, most);
    for (StoredUpload upload : expired) {
      UploadStore.remove(session, upload);
    }
    return expired.stream().map(StoredUpload::id).toList();
  }

  /**
   * Drops files that no upload has.
   *
   * @param before only what was last changed before that
   * @return how many
   */
  public int sweep(Instant before) throws IOException {
    Optional<UploadArea> area = parts.contents().uploads();
    return area.isEmpty() ? 0 : area.get().sweep(before, this::isKnown);
  }

  private boolean isKnown(UUID id, long file) {
    return parts
        .database()
        .read(session -> UploadStore.file(session, id))
        .filter(number -> number == file)
        .isPresent();
  }
}
