package dev.accepted.engine;

import dev.accepted.config.Settings;
import dev.accepted.guard.secrets.ServerSecret;
import dev.accepted.sql.Database;
import dev.accepted.sql.DatabaseException;
import dev.accepted.store.SecretStore;
import java.util.Optional;

/**
 * Finds the server's secret: the operator's or, without one, a secret that the first server on a
 * store makes, and that all have then. It is read once, with the engine's start: no request ever
 * has to wait for it, or can find the store down.
 */
final class OwnSecret {

  private OwnSecret() {}

  /**
   * The one it is.
   *
   * @throws DatabaseException if the store can't be reached
   */
  static ServerSecret of(Settings settings, Database database) {
    return ServerSecret.ofHex(settings.secret().hex().orElseGet(() -> kept(database)));
  }

  private static String kept(Database database) {
    Optional<String> known = database.read(SecretStore::find);
    return known.isPresent() ? known.get() : made(database);
  }

  /** Makes one, unless another is quicker; that one it is then. */
  static String made(Database database) {
    String fresh = ServerSecret.random().hex();
    try {
      return database.transaction(session -> SecretStore.keep(session, fresh));
    } catch (DatabaseException failure) {
      if (!failure.isDuplicate()) {
        throw failure;
      }
      // Somebody else has made one meanwhile.
      return database.read(SecretStore::find).orElseThrow(() -> failure);
    }
  }
}
