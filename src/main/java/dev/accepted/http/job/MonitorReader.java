package dev.accepted.http.job;

import dev.accepted.config.Settings;
import dev.accepted.events.JobEvents;
import dev.accepted.guard.Caller;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.header.PreferHeader;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a job's monitor or status: at once or, if the client prefers, when there is news. */
@ApplicationScoped
public class MonitorReader {

  @Inject Settings settings;
  @Inject PublicUrls publicUrls;
  @Inject JobFinder finder;
  @Inject JobAnswers answers;
  @Inject JobEvents events;

  /**
   * Answers a GET.
   *
   * @param redirects whether a succeeded job leads on to its result
   */
  public void read(
      AsyncResponse response, Exchange exchange, Caller caller, String id, boolean redirects) {
    exchange.query().only();
    exchange.accepted(MediaType.APPLICATION_JSON);
    Urls urls = publicUrls.seenBy(exchange.uri());
    List<String> tags = exchange.header(HttpHeaders.IF_NONE_MATCH);
    PreferHeader prefer = exchange.prefer().capped(settings.maxWait());
    Supplier<Job> job = () -> finder.find(caller, id);
    Supplier<Response> now = () -> answer(job.get(), urls, tags, redirects, prefer);
    if (prefer.waits()) {
      Supplier<Optional<Response>> look =
          () ->
              Optional.of(job.get())
                  .filter(read -> isNews(read, urls, tags))
                  .map(read -> answer(read, urls, tags, redirects, prefer));
      Waiting.hold(events, response, JobFinder.id(id), prefer.patience().orElseThrow(), look, now);
    } else {
      response.resume(now.get());
    }
  }

  private boolean isNews(Job job, Urls urls, List<String> tags) {
    return job.status().isFinal()
        || (!tags.isEmpty()
            && !EntityTags.weaklyListed(
                tags, EntityTags.of(WireJson.bytes(answers.view(job, urls)))));
  }

  private Response answer(
      Job job, Urls urls, List<String> tags, boolean redirects, PreferHeader prefer) {
    ResponseBuilder answer =
        redirects && job.status() == JobStatus.SUCCEEDED
            ? answers.finished(job, urls)
            : answers.current(job, urls, tags);
    prefer.appliedWait().ifPresent(applied -> answer.header("Preference-Applied", applied));
    return answer.build();
  }
}
