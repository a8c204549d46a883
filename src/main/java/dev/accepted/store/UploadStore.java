package dev.accepted.store;

import dev.accepted.sql.Row;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Uploads that may take several requests. What changes one is to be run within a transaction of
 * {@link GroupCommit}, and counts what its owner keeps. Each change but the first is guarded by the
 * claim that it starts from: empty means that somebody else was there since, and nothing was
 * changed.
 */
public final class UploadStore {

  private static final String COLUMNS =
      """
      select id, owner, media_type, file_name, length, received, sha256, claim, file_number, holder,
        created_at, expires_at
      from upload
      """;

  private UploadStore() {}

  /** That one, if it is the owner's and its time is not over. */
  public static Optional<StoredUpload> find(Session session, String owner, UUID id, Instant now)
      throws SQLException {
    return session.first(
        COLUMNS + "where id = ? and owner = ? and expires_at > ?",
        UploadStore::upload,
        id,
        owner,
        now);
  }

  /** The same whatever its time; nobody else changes it before this transaction ends. */
  public static Optional<StoredUpload> findToChange(Session session, String owner, UUID id)
      throws SQLException {
    return session.first(
        COLUMNS + "where id = ? and owner = ?" + session.dialect().locked(),
        UploadStore::upload,
        id,
        owner);
  }

  /** An owner's, newest first. */
  public static List<StoredUpload> of(Session session, String owner, Instant now, int limit)
      throws SQLException {
    return session.list(
        COLUMNS + "where owner = ? and expires_at > ? order by owner desc, id desc limit ?",
        UploadStore::upload,
        owner,
        now,
        limit);
  }

  /** How many an owner has. */
  public static int count(Session session, String owner, Instant now) throws SQLException {
    return session
        .first(
            "select cast(count(*) as integer) as number from upload where owner = ? and expires_at"
                + " > ?",
            row -> row.number("number"),
            owner,
            now)
        .orElse(0);
  }

  /** The number of an upload's file; empty if there is no such upload. */
  public static Optional<Long> file(Session session, UUID id) throws SQLException {
    return session.first(
        "select file_number from upload where id = ?", row -> row.longNumber("file_number"), id);
  }

  /** Those whose time is over, for whoever removes them. */
  public static List<StoredUpload> expired(Session session, Instant now, int limit)
      throws SQLException {
    return session.list(
        COLUMNS
            + "where expires_at <= ? order by expires_at, id limit ?"
            + session.dialect().skipLocked(),
        UploadStore::upload,
        now,
        limit);
  }

  /** A new one. */
  public static void add(Session session, StoredUpload fresh) throws SQLException {
    session.update(
        """
        insert into upload (id, owner, media_type, file_name, length, received, claim, file_number,
          created_at, expires_at)
        values (?, ?, ?, ?, ?, 0, 0, 0, ?, ?)
        """,
        fresh.id(),
        fresh.owner(),
        fresh.mediaType(),
        fresh.fileName(),
        fresh.length(),
        fresh.createdAt(),
        fresh.expiresAt());
  }

  /**
   * Takes it for a request: whoever had it changes nothing any more.
   *
   * @param file the number of the file that is written to from now on
   * @param holder the server that may do so
   * @param length as far as it is known by now
   */
  public static Optional<StoredUpload> claim(
      Session session,
      StoredUpload seen,
      long file,
      @Nullable UUID holder,
      @Nullable Long length,
      Instant expires)
      throws SQLException {
    int changed =
        session.update(
            """
            update upload set claim = claim + 1, file_number = ?, holder = ?, length = ?, expires_at = ?
            where id = ? and claim = ? and sha256 is null
            """,
            file,
            holder,
            length,
            expires,
            seen.id(),
            seen.claim());
    return changed == 1
        ? Optional.of(seen.claimed(file, holder, length, expires))
        : Optional.empty();
  }

  /**
   * More of it is on disk for good.
   *
   * @param received of it, in all
   * @param holder who goes on to write to its file; null for nobody
   */
  public static Optional<StoredUpload> grow(
      Session session, StoredUpload held, long received, @Nullable UUID holder, Instant expires)
      throws SQLException {
    int changed =
        session.update(
            """
            update upload set received = ?, holder = ?, expires_at = ? where id = ? and claim = ? and sha256 is null
            """,
            received,
            holder,
            expires,
            held.id(),
            held.claim());
    if (changed != 1) {
      return Optional.empty();
    }
    Uses.of(session).keeps(held.owner(), received - held.received());
    return Optional.of(held.grown(received, holder, expires));
  }

  /**
   * Nothing more is to come.
   *
   * @param sha256 of what has come, in base64
   */
  public static Optional<StoredUpload> complete(
      Session session, StoredUpload held, String sha256, Instant expires) throws SQLException {
    int changed =
        session.update(
            """
            update upload set sha256 = ?, length = received, holder = null, expires_at = ?
            where id = ? and claim = ? and received = ? and sha256 is null
            """,
            sha256,
            expires,
            held.id(),
            held.claim(),
            held.received());
    return changed == 1 ? Optional.of(held.completed(sha256, expires)) : Optional.empty();
  }

  /** Takes it out, as it was found by {@link #findToChange} or {@link #expired}. */
  public static void remove(Session session, StoredUpload found) throws SQLException {
    if (session.update("delete from upload where id = ?", found.id()) == 1) {
      Uses.of(session).keeps(found.owner(), -found.received());
    }
  }

  private static StoredUpload upload(Row row) throws SQLException {
    return new StoredUpload(
        row.uuid("id"),
        row.text("owner"),
        row.text("media_type"),
        row.textOrNull("file_name"),
        (Long) row.object("length"),
        row.longNumber("received"),
        row.textOrNull("sha256"),
        row.longNumber("claim"),
        row.longNumber("file_number"),
        row.uuidOrNull("holder"),
        row.instant("created_at"),
        row.instant("expires_at"));
  }
}
