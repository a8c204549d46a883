package dev.accepted.engine;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.guard.Caller;
import dev.accepted.guard.Verdict;
import dev.accepted.guard.keys.ApiKeys;
import dev.accepted.guard.keys.KeyReport;
import dev.accepted.guard.keys.KeyText;
import dev.accepted.guard.keys.RequestedKey;
import dev.accepted.job.Actor;
import dev.accepted.store.AuditLog;
import dev.accepted.store.KeyStore;
import dev.accepted.store.StoredKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The door to API keys. What it answers holds: a stage is done after the commit. */
public final class KeyService {

  private static final Logger LOG = System.getLogger(KeyService.class.getName());

  private static final int MOST_LISTED = 1_000;

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

  /**
   * A new key.
   *
   * @param asked checked against its rules, and against what the maker may
   * @param actor the maker, and from where
   */
  public CompletionStage<KeyReport.WithSecret> make(RequestedKey asked, Caller maker, Actor actor) {
    String key = KeyText.random();
    Instant now = core.clock().instant();
    StoredKey fresh = asked.stored(key, maker.owner(), now);
    return answered(
        core.writer()
            .write(
                session -> {
                  KeyStore.add(session, fresh);
                  AuditLog.add(session, now, actor, KeyActs.created(fresh));
                  return new KeyReport.WithSecret(KeyReport.of(fresh), key);
                },
                added -> keys.changed(fresh.id())));
  }

  /** Those that an administrator may see, newest first. */
  public List<KeyReport> list(Caller admin) {
    return core
        .read(session -> KeyStore.list(session, admin.tenant().orElse(null), MOST_LISTED))
        .stream()
        .map(KeyReport::of)
        .toList();
  }

  /** One of them. */
  public Optional<KeyReport> find(Caller admin, String id) {
    return core.read(session -> KeyStore.find(session, id))
        .filter(key -> isSeenBy(admin, key))
        .map(KeyReport::of);
  }

  private static boolean isSeenBy(Caller admin, StoredKey key) {
    return admin.tenant().isEmpty() || admin.tenant().equals(Optional.ofNullable(key.tenant()));
  }

  /** It counts no more on this server once the stage is done; false if there is none. */
  public CompletionStage<Boolean> revoke(Caller admin, String id, Actor actor) {
    return answered(
        core.writer()
            .write(
                session -> {
                  Instant now = core.clock().instant();
                  Optional<StoredKey> key =
                      KeyStore.find(session, id).filter(found -> isSeenBy(admin, found));
                  if (key.isPresent() && KeyStore.revoke(session, id, now)) {
                    AuditLog.add(session, now, actor, KeyActs.revoked(key.get()));
                  }
                  return key.isPresent();
                },
                revoked -> keys.changed(id)));
  }

  private <T> CompletionStage<T> answered(CompletableFuture<T> written) {
    return written.handleAsync(Interventions::orStoreDown, core.replies());
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
