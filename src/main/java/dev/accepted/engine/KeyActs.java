package dev.accepted.engine;

import dev.accepted.job.Act;
import dev.accepted.job.ActKind;
import dev.accepted.store.StoredKey;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the audit log tells of API keys: never the key, nor its hash. */
final class KeyActs {

  private KeyActs() {}

  static Act created(StoredKey key) {
    Act act =
        of(ActKind.KEY_CREATED, key)
            .with("roles", key.roles().stream().sorted().collect(Collectors.joining(" ")));
    Instant end = key.expiresAt();
    return end == null ? act : act.with("expiresAt", end.toString());
  }

  static Act revoked(StoredKey key) {
    return of(ActKind.KEY_REVOKED, key);
  }

  private static Act of(ActKind kind, StoredKey key) {
    return Act.of(kind, key.id(), Optional.ofNullable(key.tenant()))
        .with("name", key.name())
        .with("owner", key.owner());
  }
}
