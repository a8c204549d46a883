package dev.accepted.guard.keys;

import dev.accepted.config.AuthSettings;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Role;
import dev.accepted.guard.Verdict;
import dev.accepted.store.StoredKey;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;

/** Says who calls with a key. */
public final class ApiKeys {

  /** Whoever has the operator's own key. */
  static final Caller OPERATOR =
      new Caller("key:operator", Optional.empty(), EnumSet.allOf(Role.class));

  private final AuthSettings settings;
  private final Clock clock;
  private final KnownKeys known;
  private final LastUses uses;

  public ApiKeys(AuthSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.known = new KnownKeys(clock);
    this.uses = new LastUses(clock);
  }

  /** Whether something that was sent is meant to be a key, by how it begins. */
  public static boolean isMeant(String credential) {
    return credential.startsWith(KeyText.PREFIX);
  }

  /**
   * Who sends this.
   *
   * @param reader asks the store for a key by its id
   * @throws RuntimeException of the reader's, if nothing usable is known
   */
  public Verdict verdict(String sent, Function<String, Optional<StoredKey>> reader) {
    String digest = KeyText.digest(sent);
    if (settings.adminKey().filter(own -> KeyText.same(own, digest)).isPresent()) {
      return new Verdict.Known(OPERATOR);
    }
    Optional<KeyCaller> found =
        KeyText.id(sent)
            .flatMap(id -> known.find(id, reader))
            .filter(one -> KeyText.same(one.key().digest(), digest));
    return found.map(this::verdict).orElse(Verdict.INVALID);
  }

  private Verdict verdict(KeyCaller found) {
    if (!found.key().counts(clock.instant())) {
      return found.key().revokedAt() == null ? Verdict.EXPIRED : Verdict.INVALID;
    }
    uses.note(found.key());
    return new Verdict.Known(found.caller());
  }

  /** What is to be written of when keys were used. */
  public LastUses uses() {
    return uses;
  }

  /** A key may have changed. */
  public void changed(String id) {
    known.forget(id);
  }

  /** Any key may have changed. */
  public void missed() {
    known.forgetAll();
  }
}
