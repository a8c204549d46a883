package dev.accepted.guard.keys;

import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.store.StoredKey;
import java.util.Optional;
import java.util.stream.Collectors;

/** A key, and who calls with it. */
record KeyCaller(StoredKey key, Caller caller) {

  /** Keeps names of keys apart from those of users. */
  private static final String PREFIX = "key:";

  KeyCaller(StoredKey key) {
    this(key, caller(key));
  }

  private static Caller caller(StoredKey key) {
    return new Caller(
        PREFIX + key.owner(),
        Optional.ofNullable(key.tenant()),
        key.roles().stream()
            .flatMap(name -> Role.named(name).stream())
            .collect(Collectors.toUnmodifiableSet()));
  }
}
