package dev.accepted.store;

import dev.accepted.sql.Session;
import java.sql.SQLException;
import java.util.Optional;

/** The secret of the server's own that signs deliveries: one for all servers on a store. */
public final class WebhookSecret {

  private static final String NAME = "server";

  private WebhookSecret() {}

  /** The secret, if one is kept. */
  public static Optional<String> find(Session session) throws SQLException {
    return session.first(
        "select secret from webhook_secret where name = ?", row -> row.text("secret"), NAME);
  }

  /** Keeps a secret, unless there is one; returns the one it is. */
  public static String keep(Session session, String fresh) throws SQLException {
    session.update(
        """
        insert into webhook_secret (name, secret)
        select ?, ? where not exists (select 1 from webhook_secret where name = ?)
        """
            + session.dialect().unlessPresent(),
        NAME,
        fresh,
        NAME);
    return find(session).orElseThrow(() -> new SQLException("the secret went", "40001"));
  }
}
