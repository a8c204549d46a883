package dev.accepted.store;

import dev.accepted.sql.Row;
import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * API keys. What changes one is to be run within a transaction of {@link GroupCommit}; the other
 * servers that share the store are told to look again.
 */
public final class KeyStore {

  private static final String COLUMNS =
      """
      select id, name, owner, tenant, roles, digest, created_by, created_at, expires_at, revoked_at, last_used_at
      from api_key
      """;

  private KeyStore() {}

  /** The key with that id. */
  public static Optional<StoredKey> find(Session session, String id) throws SQLException {
    return session.first(COLUMNS + "where id = ?", KeyStore::key, id);
  }

  /** Those of a tenant or, for null, of all and of none; newest first. */
  public static List<StoredKey> list(Session session, @Nullable String tenant, int limit)
      throws SQLException {
    String order = "order by created_at desc, id limit ?";
    return tenant == null
        ? session.list(COLUMNS + order, KeyStore::key, limit)
        : session.list(COLUMNS + "where tenant = ? " + order, KeyStore::key, tenant, limit);
  }

  /** How many there are, with those that count no more. */
  public static long count(Session session) throws SQLException {
    return session
        .first("select count(*) as n from api_key", row -> row.longNumber("n"))
        .orElse(0L);
  }

  /** A new one. */
  public static void add(Session session, StoredKey fresh) throws SQLException {
    session.update(
        """
        insert into api_key (id, name, owner, tenant, roles, digest, created_by, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        fresh.id(),
        fresh.name(),
        fresh.owner(),
        fresh.tenant(),
        fresh.roles().stream().sorted().collect(Collectors.joining(",")),
        fresh.digest(),
        fresh.createdBy(),
        fresh.createdAt(),
        fresh.expiresAt());
    session.announce(new Word.Key(fresh.id()));
  }

  /** It counts no more; false if it didn't before, or there is none. */
  public static boolean revoke(Session session, String id, Instant now) throws SQLException {
    boolean revoked =
        session.update(
                "update api_key set revoked_at = ? where id = ? and revoked_at is null", now, id)
            == 1;
    if (revoked) {
      session.announce(new Word.Key(id));
    }
    return revoked;
  }

  /** It was used at that time, if not later. */
  public static void used(Session session, String id, Instant at) throws SQLException {
    session.updateLater(
        "update api_key set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)",
        at,
        id,
        at);
  }

  private static StoredKey key(Row row) throws SQLException {
    return new StoredKey(
        row.text("id"),
        row.text("name"),
        row.text("owner"),
        row.textOrNull("tenant"),
        Set.of(row.text("roles").split(",")),
        row.text("digest"),
        row.text("created_by"),
        row.instant("created_at"),
        row.instantOrNull("expires_at"),
        row.instantOrNull("revoked_at"),
        row.instantOrNull("last_used_at"));
  }
}
