package dev.accepted.engine;

import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.threads.EvenWhileStopping;
import dev.accepted.job.Act;
import dev.accepted.job.Actor;
import dev.accepted.job.AuditEntry;
import dev.accepted.sql.SqlWork;
import dev.accepted.store.AuditFilter;
import dev.accepted.store.AuditList;
import dev.accepted.store.AuditLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door to the audit log: what was done to what is there, by whom. */
public final class AuditService {

  private static final Logger LOG = System.getLogger(AuditService.class.getName());

  private static final CompletableFuture<Boolean> DONE = CompletableFuture.completedFuture(true);

  private final Core core;

  AuditService(Core core) {
    this.core = core;
  }

  /**
   * Entries, newest first.
   *
   * @param limit at least 1
   * @param before entries with a lower number; empty for the first page
   * @throws Refusal.StoreDown if the store can't be read now
   */
  public List<AuditEntry> list(AuditFilter filter, int limit, Optional<Long> before) {
    return core.read(session -> AuditList.read(session, filter, limit, before));
  }

  /**
   * Tells of what changes nothing in the store, before it is done.
   *
   * @return fails with a {@link Refusal} if there can be no entry; then it is not to be done
   */
  public CompletionStage<Boolean> tell(Actor actor, Act act) {
    return core.writer()
        .write(
            session -> {
              AuditLog.add(session, core.clock().instant(), actor, act);
              return true;
            })
        .handleAsync(Interventions::orStoreDown, core.replies());
  }

  /**
   * Does what the store of jobs knows nothing of, so that both can't be one transaction. The entry
   * comes first, so nothing is done that isn't told. It is taken back if there was nothing to do;
   * if the change fails, it says that its outcome is unknown. A server that ends in between may
   * have told of what was not done.
   *
   * @param change does it, on another thread; false if there was nothing to do
   * @return what the change has returned; fails with what it has thrown, or with a {@link Refusal}
   *     if there can be no entry, and then it is not done
   */
  public CompletionStage<Boolean> record(Actor actor, Act act, Supplier<Boolean> change) {
    return core.writer()
        .write(session -> AuditLog.announce(session, core.clock().instant(), actor, act))
        .handleAsync(Interventions::orStoreDown, core.replies())
        .thenCompose(entry -> perform(entry, act, change));
  }

  private CompletableFuture<Boolean> perform(long entry, Act act, Supplier<Boolean> change) {
    CompletableFuture<Boolean> outcome =
        CompletableFuture.supplyAsync(change, new EvenWhileStopping(core.executor()));
    return outcome
        .handle((made, failure) -> correction(entry, act, made, failure))
        .thenCompose(correction -> correction.map(this::correct).orElse(DONE))
        .thenCompose(told -> outcome);
  }

  /** What is to be done to the entry, now that it is known what came of the act. */
  private static Optional<SqlWork<Boolean>> correction(
      long entry, Act act, @Nullable Boolean made, @Nullable Throwable failure) {
    if (failure != null) {
      return Optional.of(session -> AuditLog.doubt(session, entry, act));
    }
    return Boolean.TRUE.equals(made)
        ? Optional.empty()
        : Optional.of(session -> AuditLog.takeBack(session, entry));
  }

  private CompletableFuture<Boolean> correct(SqlWork<Boolean> correction) {
    return core.writer()
        .write(correction)
        .handleAsync(
            (corrected, failure) -> {
              if (failure != null) {
                LOG.log(Level.WARNING, "The audit log tells of an act that was not done", failure);
              }
              return true;
            },
            core.replies());
  }
}
