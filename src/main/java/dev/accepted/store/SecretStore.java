package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.Optional;

/** The secret that the servers on a store share, where their operator has set none. */
public final class SecretStore {

  private SecretStore() {}

  /** The secret in hexadecimal digits, if one is kept. */
  public static Optional<String> find(Session session) throws SQLException {
    return session.first(
        "select secret from server_secret where id = 1", row -> row.text("secret"));
  }

  /**
   * Keeps a secret, unless there is one; returns the one it is. Where two do so at once, H2 fails
   * with a duplicate, and PostgreSQL waits for the first.
   */
  public static String keep(Session session, String fresh) throws SQLException {
    session.update(
        """
        insert into server_secret (id, secret)
        select 1, ? where not exists (select 1 from server_secret)
        """
            + session.dialect().unlessPresent(),
        fresh);
    return find(session).orElseThrow(() -> new SQLException("the secret went", "40001"));
  }
}
