package dev.accepted.engine;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.guard.Verdict;
import dev.accepted.guard.keys.ApiKeys;
import dev.accepted.store.KeyStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The door to API keys. What it answers holds: a stage is done after the commit. */
public final class KeyService {

  private static final Logger LOG = System.getLogger(KeyService.class.getName());

  private final Core core;
  private final ApiKeys keys;

  KeyService(Core core) {
    this.core = core;
    this.keys = new ApiKeys(core.settings().auth(), core.clock());
  }

  /**
   * Who calls with a key.
   *
   * @throws Refusal.StoreDown if it is not known, and the store can't be asked
   */
  public Verdict verdict(String sent) {
    return keys.verdict(sent, id -> core.read(session -> KeyStore.find(session, id)));
  }

  /** Another server says that a key has changed. */
  void changed(String id) {
    keys.changed(id);
  }

  /** Changes by other servers may have been missed. */
  void missed() {
    keys.missed();
  }

  /** Makes the first key, if callers are to have keys and there is none. */
  void start() {
    if (core.settings().auth().keys()) {
      FirstKey.ensure(core);
    }
  }

  /** Writes when keys were used; the stage is done when the store has it. */
  CompletableFuture<Void> everyTenSeconds() {
    Map<String, Instant> uses = keys.uses().take();
    if (uses.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return core.writer()
        .write(
            session -> {
              for (Map.Entry<String, Instant> use : uses.entrySet()) {
                KeyStore.used(session, use.getKey(), use.getValue());
              }
              return uses;
            },
            written -> written.keySet().forEach(keys::changed))
        .handle(
            (written, failure) -> {
              if (failure != null) {
                LOG.log(Level.DEBUG, "When keys were used could not be written", failure);
              }
              return null;
            });
  }
}
