package dev.accepted.engine;

import dev.accepted.content.StagedFile;
import dev.accepted.engine.intake.CheckedInput;
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
import dev.accepted.job.Submission;
import dev.accepted.sql.DatabaseException;
import dev.accepted.store.CallerUse;
import dev.accepted.store.StoreObserver.Fault;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
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
    return submit(request, Accompaniment.NONE);
  }

  /** The same, with what is stored if the job is, and not if it was there before. */
  CompletableFuture<Job> submit(NewJob request, Accompaniment with) {
    try {
      return start(request, with)
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

  /** Whoever counts is told of a submission that came to nothing. */
  void refused(NewJob request, Throwable failure) {
    core.observer().submitted(request.type(), SubmissionOutcome.of(failure));
  }

  private CompletableFuture<Job> start(NewJob request, Accompaniment with) {
    String key = request.idempotencyKey();
    if (key == null) {
      return accept(request, "", with);
    }
    String reserved = request.owner() + "\n" + key;
    if (!keysInProgress.add(reserved)) {
      throw new Refusal.KeyInProgress();
    }
    boolean started = false;
    try {
      // Whoever has the answer may send the key again.
      CompletableFuture<Job> answered =
          acceptOnce(request, key, with)
              .whenComplete((job, failure) -> keysInProgress.remove(reserved));
      started = true;
      return answered;
    } finally {
      if (!started) {
        keysInProgress.remove(reserved);
      }
    }
  }

  private CompletableFuture<Job> acceptOnce(NewJob request, String key, Accompaniment with) {
    String fingerprint = Fingerprint.of(request);
    Optional<Outcome> earlier = earlier(request.owner(), key, fingerprint);
    return earlier.isPresent()
        ? CompletableFuture.completedFuture(answer(earlier.get()))
        : accept(request, fingerprint, with);
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

  private CompletableFuture<Job> accept(NewJob request, String fingerprint, Accompaniment with) {
    NewJob whole = TakenUpload.with(core.uploads(), request);
    Insertion insertion = checked(whole, fingerprint);
    adopt(whole.file(), insertion.job().id());
    return store(whole, insertion, with);
  }

  /**
   * Checks a job that has no idempotency key and no file, for somebody who stores it with something
   * else; takes one of its owner's submissions.
   *
   * @throws Refusal if it can't be accepted
   */
  Insertion checked(NewJob request) {
    return checked(request, "");
  }

  private Insertion checked(NewJob request, String fingerprint) {
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
    Check check = check(request, type);
    Job job = check.job();
    String input = check.input();
    if (core.backlog().isFull()) {
      throw new Refusal.QueueFull();
    }
    long counted = TakenUpload.counted(request);
    expectRoom(job, CallerUse.bytesOf(job, input) - counted);
    core.quotas().takeSubmission(request.owner());
    return new Insertion(
        core,
        dispatcher,
        new IdempotentInsert(
            job, input, request.idempotencyKey(), fingerprint, core.settings().idempotency()),
        counted);
  }

  /** A file is not put in its place, which may be far away, for a job that will be refused. */
  private void expectRoom(Job job, long bytes) {
    if (job.submission().file() != null && core.quotas().limitWhatIsStored()) {
      CallerUse use = core.read(session -> CallerUse.of(session, job.owner()));
      core.quotas()
          .refuse(use, bytes)
          .ifPresent(
              refusal -> {
                throw refusal;
              });
    }
  }

  /** A job that can be accepted, and its input as it is to be stored. */
  private record Check(Job job, String input) {}

  private Check check(NewJob request, RegisteredType type) {
    StagedFile staged = request.file();
    Instant now = core.clock().instant();
    JobOptions options = rules.options(request.options(), type.definition(), now, request.links());
    InputFile file = staged == null ? null : new InputFile(staged.info(), staged.path());
    CheckedInput input =
        core.inputs()
            .check(type, request.input(), request.input().toString(), file, request.submitter());
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
    input.expected().ifPresent(duration -> expected.put(job.id(), duration));
    return new Check(job, input.text());
  }

  private void adopt(@Nullable StagedFile staged, JobId id) {
    if (staged == null) {
      return;
    }
    try {
      core.contents().adopt(staged, id);
    } catch (IOException e) {
      if (staged.lasting() && Files.notExists(staged.path())) {
        throw Refusal.UploadUnusable.unknown(); // another job has taken it since it was looked up
      }
      LOG.log(Level.WARNING, "An uploaded file could not be put in its place", e);
      throw new Refusal.StoreDown();
    }
  }

  private CompletableFuture<Job> store(NewJob request, Insertion insertion, Accompaniment with) {
    return insertion
        .write((session, stored) -> TakenUpload.perform(session, stored, request, with))
        .handleAsync(
            (outcome, failure) -> {
              if (failure != null || !(outcome instanceof Outcome.Stored)) {
                dropFile(request, insertion.job().id());
              }
              if (failure != null) {
                throw new CompletionException(Refusal.ofStore(failure));
              }
              TakenUpload.drop(core.uploads(), request, outcome);
              return answer(outcome);
            },
            request.file() == null ? core.replies() : core.executor());
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
