package dev.accepted.http.submission;

import dev.accepted.config.Settings;
import dev.accepted.content.StagedFile;
import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.exchange.log.ExchangeLog;
import dev.accepted.http.exchange.log.OpenSubmission;
import dev.accepted.http.faulty.Asked;
import dev.accepted.http.header.PreferHeader;
import dev.accepted.http.job.JobAnswers;
import dev.accepted.http.job.Refusals;
import dev.accepted.http.job.Waiting;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.simulator.Sleepers;
import dev.accepted.http.throttle.Throttle;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.Owners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands a submission to the engine, and answers when it is stored - or, on request, done. */
@ApplicationScoped
class Acceptance {

  private static final Logger LOG = System.getLogger(Acceptance.class.getName());

  @Inject JobService jobs;
  @Inject JobAnswers answers;
  @Inject Waiting waiting;
  @Inject Settings settings;
  @Inject Sleepers sleepers;
  @Inject Throttle throttle;
  @Inject ExchangeLog log;

  /**
   * Submits.
   *
   * @param urls as the answer names them
   * @param pointer JSON Pointer to the input in the body
   */
  void submit(
      AsyncResponse response, Exchange exchange, NewJob submitted, Urls urls, String pointer) {
    answer(response, exchange, () -> jobs.submit(submitted), submitted.file(), urls, pointer);
  }

  /**
   * Answers what somebody submits.
   *
   * @param file that came along and is to be dropped in any case; null for none
   * @param urls as the answer names them
   * @param pointer JSON Pointer to the input
   */
  void answer(
      AsyncResponse response,
      Exchange exchange,
      Supplier<CompletionStage<Job>> submission,
      @Nullable StagedFile file,
      Urls urls,
      String pointer) {
    Duration delay = exchange.left(Asked.class).map(Asked::delay).orElse(Duration.ZERO);
    PreferHeader prefer = exchange.prefer().capped(settings.maxWait());
    Optional<Visitor> visitor = exchange.visitor();
    OpenSubmission open = log.submission(exchange, visitor);
    stored(submission)
        .whenComplete(
            (job, failure) -> {
              drop(file);
              if (failure != null) {
                response.resume(Refusals.cause(failure, pointer));
              } else {
                // If it is the repetition of an earlier one, its monitor may have been asked
                // before.
                throttle.allow(visitor, job.id());
                answer(response, job, open, urls, prefer, delay);
              }
            });
  }

  /** What is refused at once fails like what is refused later: its file is dropped, too. */
  private static CompletionStage<Job> stored(Supplier<CompletionStage<Job>> submission) {
    try {
      return submission.get();
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  private void answer(
      AsyncResponse response,
      Job job,
      OpenSubmission open,
      Urls urls,
      PreferHeader prefer,
      Duration delay) {
    if (prefer.waits()) {
      waiting.hold(
          response,
          job.id(),
          prefer.patience().orElseThrow(),
          () -> finished(latest(job), urls, prefer),
          () -> accepted(latest(job), urls, prefer),
          given -> open.answered(job, given));
    } else {
      Response given = accepted(job, urls, prefer);
      // Before its client has it, and polls.
      open.answered(job, given);
      give(response, given, delay);
    }
  }

  /** At once, but for a simulation that is to be answered late. */
  private void give(AsyncResponse response, Response given, Duration delay) {
    if (delay.isZero()) {
      response.resume(given);
      return;
    }
    try {
      sleepers.hold(response, delay, () -> given);
    } catch (Problem full) {
      response.resume(full);
    }
  }

  /** The job as it is now or, if it has been removed meanwhile, as it was accepted. */
  private Job latest(Job accepted) {
    return jobs.find(new Owners.Only(accepted.owner()), accepted.id()) instanceof Lookup.Found found
        ? found.job()
        : accepted;
  }

  private Optional<Response> finished(Job job, Urls urls, PreferHeader prefer) {
    if (!job.status().isFinal()) {
      return Optional.empty();
    }
    Response.ResponseBuilder answer = answers.finished(job, urls);
    prefer.appliedWait().ifPresent(applied -> answer.header("Preference-Applied", applied));
    return Optional.of(answer.build());
  }

  private Response accepted(Job job, Urls urls, PreferHeader prefer) {
    Response.ResponseBuilder answer = answers.accepted(job, urls);
    prefer.appliedAsync().ifPresent(applied -> answer.header("Preference-Applied", applied));
    return answer.build();
  }

  private static void drop(@Nullable StagedFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException left) {
      LOG.log(Level.WARNING, "An upload could not be deleted; the next sweep will", left);
    }
  }
}
