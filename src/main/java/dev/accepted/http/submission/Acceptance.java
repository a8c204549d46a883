package dev.accepted.http.submission;

import dev.accepted.config.Settings;
import dev.accepted.content.StagedFile;
import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.engine.intake.NewJob;
import dev.accepted.guard.throttle.Visitor;
import dev.accepted.http.header.PreferHeader;
import dev.accepted.http.job.JobAnswers;
import dev.accepted.http.job.Refusals;
import dev.accepted.http.job.Waiting;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.throttle.Throttle;
import dev.accepted.http.wire.PublicUrls;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hands a submission to the engine, and answers when it is stored - or, on request, done. */
@ApplicationScoped
class Acceptance {

  private static final Logger LOG = System.getLogger(Acceptance.class.getName());

  @Inject JobService jobs;
  @Inject JobAnswers answers;
  @Inject Waiting waiting;
  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject Throttle throttle;

  /**
   * Submits.
   *
   * @param pointer JSON Pointer to the input in the body
   */
  void submit(AsyncResponse response, Exchange exchange, NewJob submitted, String pointer) {
    Urls urls = publicUrls.seenBy(exchange.uri());
    PreferHeader prefer = exchange.prefer().capped(settings.maxWait());
    Optional<Visitor> visitor = exchange.visitor();
    stored(submitted)
        .whenComplete(
            (job, failure) -> {
              drop(submitted.file());
              if (failure != null) {
                response.resume(Refusals.cause(failure, pointer));
              } else {
                // If it is the repetition of an earlier one, its monitor may have been asked
                // before.
                throttle.allow(visitor, job.id());
                answer(response, job, urls, prefer);
              }
            });
  }

  /** What is refused at once fails like what is refused later: its file is dropped, too. */
  private CompletionStage<Job> stored(NewJob submitted) {
    try {
      return jobs.submit(submitted);
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  private void answer(AsyncResponse response, Job job, Urls urls, PreferHeader prefer) {
    if (prefer.waits()) {
      waiting.hold(
          response,
          job.id(),
          prefer.patience().orElseThrow(),
          () -> finished(latest(job), urls, prefer),
          () -> accepted(latest(job), urls, prefer));
    } else {
      response.resume(accepted(job, urls, prefer));
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
