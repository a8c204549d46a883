package dev.accepted.engine;

import dev.accepted.content.StagedFile;
import dev.accepted.engine.intake.Fingerprint;
import dev.accepted.engine.intake.IdempotentInsert;
import dev.accepted.engine.intake.IdempotentInsert.Outcome;
import dev.accepted.engine.intake.JobIds;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.engine.intake.OptionRules;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.intake.SubmissionOutcome;
import dev.accepted.engine.pace.ExpectedDurations;
import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.job.InputFile;
import dev.accepted.job.Job;
import dev.accepted.job.JobId;
import dev.accepted.job.JobOptions;
import dev.accepted.job.JobStatus;
import dev.accepted.job.Submission;
import dev.accepted.sql.DatabaseException;
import dev.accepted.sql.Session;
import dev.accepted.store.CallerUse;
import dev.accepted.store.ClaimedJob;
import dev.accepted.store.StoreObserver.Fault;
import dev.accepted.store.Uses;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Accepts jobs: checks them, stores them, and only then says so. */
final class Submissions {

  private static final Logger LOG = System.getLogger(Submissions.class.getName());

  private final Core core;
  private final Dispatcher dispatcher;
  private final ExpectedDurations expected;
  private final OptionRules rules;
  private final JobIds ids;
  private final Set<String> keysInProgress = ConcurrentHashMap.newKeySet();

  Submissions(Core core, Dispatcher dispatcher, ExpectedDurations expected) {
    this.core = core;
    this.dispatcher = dispatcher;
    this.expected = expected;
    this.rules = new OptionRules(core.settings());
    this.ids = new JobIds(core.clock());
  }

  CompletableFuture<Job> submit(NewJob request) {
    try {
      return start(request)
          .whenComplete(
              (job, failure) -> {
                if (failure != null) {
                  refused(request, failure);
                }
              });
    } catch (RuntimeException refusal) {
      refused(request, refusal);
      throw refusal;
    }
  }

  private void refused(NewJob request, Throwable failure) {
    core.observer().submitted(request.type(), SubmissionOutcome.of(failure));
  }

  private CompletableFuture<Job> start(NewJob request) {
    String key = request.idempotencyKey();
    if (key == null) {
      return accept(request, "");
    }
    String reserved = request.owner() + "\n" + key;
    if (!keysInProgress.add(reserved)) {
      throw new Refusal.KeyInProgress();
    }
    boolean started = false;
    try {
      // Whoever has the answer may send the key again.
      CompletableFuture<Job> answered =
          acceptOnce(request, key).whenComplete((job, failure) -> keysInProgress.remove(reserved));
      started = true;
      return answered;
    } finally {
      if (!started) {
        keysInProgress.remove(reserved);
      }
    }
  }

  private CompletableFuture<Job> acceptOnce(NewJob request, String key) {
    String fingerprint = Fingerprint.of(request);
    Optional<Outcome> earlier = earlier(request.owner(), key, fingerprint);
    return earlier.isPresent()
        ? CompletableFuture.completedFuture(answer(earlier.get()))
        : accept(request, fingerprint);
  }

  private Optional<Outcome> earlier(String owner, String key, String fingerprint) {
    try {
      return core.database()
          .read(
              session ->
                  IdempotentInsert.earlier(
                      session, owner, key, fingerprint, core.clock().instant()));
    } catch (DatabaseException down) {
      LOG.log(
          down.isUnreachable() ? Level.DEBUG : Level.WARNING,
          "An idempotency key could not be looked up",
          down);
      core.observer().failed(Fault.READ);
      throw new Refusal.StoreDown();
    }
  }

  private CompletableFuture<Job> accept(NewJob request, String fingerprint) {
    RegisteredType type =
        core.types()
            .named(request.type())
            .orElseThrow(() -> new Refusal.UnknownType(request.type()));
    type.unavailable()
        .ifPresent(
            reason -> {
              throw new Refusal.TypeUnavailable(reason);
            });
    core.quotas().expectSubmission(request.owner());
    String input = request.input().toString();
    Job job = check(request, type, input);
    if (core.backlog().isFull()) {
      throw new Refusal.QueueFull();
    }
    expectRoom(job, input);
    core.quotas().takeSubmission(request.owner());
    adopt(request.file(), job.id());
    return store(request, job, input, fingerprint);
  }

  /** A file is not put in its place, which may be far away, for a job that will be refused. */
  private void expectRoom(Job job, String input) {
    if (job.submission().file() != null && core.quotas().limitWhatIsStored()) {
      CallerUse use = core.read(session -> CallerUse.of(session, job.owner()));
      core.quotas()
          .refuse(use, CallerUse.bytesOf(job, input))
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
  }

  private Optional<Refusal.QuotaExceeded> refuse(Session session, Job job, String input)
      throws SQLException {
    return core.quotas().limitWhatIsStored()
        ? core.quotas()
            .refuse(Uses.of(session).now(session, job.owner()), CallerUse.bytesOf(job, input))
        : Optional.empty();
  }

  private Job check(NewJob request, RegisteredType type, String input) {
    StagedFile staged = request.file();
    Instant now = core.clock().instant();
    JobOptions options = rules.options(request.options(), type.definition(), now, request.links());
    InputFile file = staged == null ? null : new InputFile(staged.info(), staged.path());
    Optional<Duration> foretold =
        core.inputs().check(type, request.input(), input, file, request.owner());
    Job job =
        Job.accepted(
            ids.next(),
            new Submission(
                request.owner(),
                type.name(),
                now,
                file == null ? null : file.info(),
                options,
                request.trace()));
    foretold.ifPresent(duration -> expected.put(job.id(), duration));
    return job;
  }

  private void adopt(@Nullable StagedFile staged, JobId id) {
    if (staged == null) {
      return;
    }
    try {
      core.contents().adopt(staged, id);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "An uploaded file could not be put in its place", e);
      throw new Refusal.StoreDown();
    }
  }

  private CompletableFuture<Job> store(NewJob request, Job job, String input, String fingerprint) {
    IdempotentInsert insert =
        new IdempotentInsert(
            job, input, request.idempotencyKey(), fingerprint, core.settings().idempotency());
    return write(insert)
        .handleAsync(
            (outcome, failure) -> {
              if (failure != null || !(outcome instanceof Outcome.Stored)) {
                dropFile(request, job.id());
              }
              if (failure != null) {
                throw new CompletionException(Refusal.ofStore(failure));
              }
              return answer(outcome);
            },
            request.file() == null ? core.replies() : core.executor());
  }

  private CompletableFuture<Outcome> write(IdempotentInsert insert) {
    Reservation slot = dispatcher.reservation();
    return core.writer()
        .write(session -> perform(session, insert, slot), outcome -> stored(outcome, insert))
        .whenComplete(
            (outcome, failure) -> {
              if (failure != null) {
                slot.giveBack();
              }
            });
  }

  private Outcome perform(Session session, IdempotentInsert insert, Reservation slot)
      throws SQLException {
    slot.giveBack();
    Outcome outcome =
        insert.in(
            session,
            asked -> refuse(asked, insert.job(), insert.input()),
            job -> dispatcher.startIfIdle(job, slot));
    if (outcome instanceof Outcome.Stored kept && kept.stored().status() == JobStatus.QUEUED) {
      dispatcher.mark(kept.stored().type());
    }
    return outcome;
  }

  private void stored(Outcome outcome, IdempotentInsert insert) {
    if (outcome instanceof Outcome.Stored kept) {
      core.transitions().accepted(kept.accepted());
      if (kept.stored().status() == JobStatus.RUNNING) {
        dispatcher.begin(
            Start.atOnce(kept.accepted(), ClaimedJob.first(kept.stored(), insert.input())));
      } else {
        dispatcher.wake();
      }
    }
  }

  private Job answer(Outcome outcome) {
    if (outcome instanceof Outcome.Stored stored) {
      return stored.accepted();
    }
    if (outcome instanceof Outcome.Replayed replayed) {
      Job first = replayed.first();
      core.observer().submitted(first.type(), SubmissionOutcome.REPLAYED);
      return first;
    }
    if (outcome instanceof Outcome.Refused refused) {
      throw refused.why();
    }
    throw new Refusal.KeyReused();
  }

  private void dropFile(NewJob request, JobId id) {
    if (request.file() == null) {
      return;
    }
    try {
      core.contents().remove(id);
    } catch (IOException | DatabaseException e) {
      LOG.log(Level.WARNING, "An orphaned upload is left to the next sweep", e);
    }
  }
}
