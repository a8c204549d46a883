package dev.accepted.engine;

import dev.accepted.guard.Role;
import dev.accepted.guard.keys.KeyText;
import dev.accepted.job.Actor;
import dev.accepted.store.AuditLog;
import dev.accepted.store.KeyStore;
import dev.accepted.store.StoredKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The key that makes the others. Where there is none at all, one is made, and written to a file
 * that only the server's own user can read.
 */
final class FirstKey {

  /** In the folder of data. */
  static final String FILE = "admin.key";

  private static final Logger LOG = System.getLogger(FirstKey.class.getName());
  private static final String NAME = "admin";

  private FirstKey() {}

  /** Makes it, unless there is any key, or the operator has set one. */
  static void ensure(Core core) {
    if (core.settings().auth().adminKey().isPresent()
        || core.database().read(KeyStore::count) > 0) {
      return;
    }
    String key = KeyText.random();
    // First the file: a key that is stored but not written anywhere would lock everybody out.
    Path file = write(core.settings().data(), key);
    boolean first =
        core.database()
            .transaction(
                session -> {
                  boolean none = KeyStore.count(session) == 0;
                  if (none) {
                    StoredKey fresh = stored(core, key);
                    KeyStore.add(session, fresh);
                    AuditLog.add(session, fresh.createdAt(), Actor.SERVER, KeyActs.created(fresh));
                  }
                  return none;
                });
    if (first) {
      LOG.log(
          Level.INFO,
          "The first API key, with all roles, is in {0}. Make others with it, and delete the file.",
          file.toAbsolutePath());
    } else {
      delete(file);
    }
  }

  private static StoredKey stored(Core core, String key) {
    return new StoredKey(
        KeyText.id(key).orElseThrow(),
        NAME,
        NAME,
        null,
        Stream.of(Role.values()).map(Role::wireName).collect(Collectors.toUnmodifiableSet()),
        KeyText.digest(key),
        Actor.SERVER.owner(),
        core.clock().instant(),
        null,
        null,
        null);
  }

  private static Path write(Path data, String key) {
    try {
      Files.createDirectories(data);
      // Files that are made as temporary ones are for their owner only.
      Path file = Files.createTempFile(data, "admin", ".new");
      Files.writeString(file, key + System.lineSeparator());
      return Files.move(file, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the first API key can't be written to " + FILE, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING, file + " has a key that doesn't count, as another server was first", e);
    }
  }
}
