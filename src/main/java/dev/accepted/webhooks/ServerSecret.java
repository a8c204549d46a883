package dev.accepted.webhooks;

import dev.accepted.config.Settings;
import dev.accepted.config.WebhookSecretText;
import dev.accepted.sql.Database;
import dev.accepted.store.WebhookSecret;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The secret that signs where a client has given none: the operator's or, without one, a secret
 * that is made once and kept in the store. The operator finds that in a file, to hand it on.
 */
final class ServerSecret {

  /** In the folder of data; only for the server's own user. */
  static final String FILE = "webhooks.secret";

  private static final Logger LOG = System.getLogger(ServerSecret.class.getName());

  private ServerSecret() {}

  static String of(Settings settings, Database database) {
    return settings.webhooks().secret().orElseGet(() -> kept(settings.data(), database));
  }

  private static String kept(Path data, Database database) {
    Optional<String> known = database.read(WebhookSecret::find);
    String secret =
        known.isPresent()
            ? known.get()
            : database.transaction(
                session -> WebhookSecret.keep(session, WebhookSecretText.random()));
    show(data, secret);
    return secret;
  }

  /** Deliveries are signed whether the operator can read it or not. */
  private static void show(Path data, String secret) {
    try {
      Files.createDirectories(data);
      // Files that are made as temporary ones are for their owner only.
      Path file = Files.createTempFile(data, "webhooks", ".new");
      Files.writeString(file, secret + System.lineSeparator());
      Files.move(file, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The secret of webhooks could not be written to " + FILE, e);
    }
  }
}
