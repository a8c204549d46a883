package dev.accepted.http.exchange;

import dev.accepted.config.Settings;
import dev.accepted.http.exchange.ExchangeView.SubmissionView;
import dev.accepted.http.exchange.log.ExchangeLog;
import dev.accepted.http.exchange.log.OpenSubmission;
import dev.accepted.http.exchange.log.Said;
import dev.accepted.http.exchange.log.Submitted;
import dev.accepted.http.job.JobAnswers;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What was said between a job's clients and the node that answers. */
@ApplicationScoped
@Path("jobs/{id}/exchange")
public class ExchangeResource {

  @Inject JobFinder finder;
  @Inject ExchangeLog log;
  @Inject JobAnswers answers;
  @Inject PublicUrls publicUrls;
  @Inject Settings settings;

  /** The answer to its submission, and its polls. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    Job job = finder.find(exchange.caller(), id);
    Said said = log.of(job.id());
    return Answers.representation(
        exchange,
        new ExchangeView(
            settings.node(),
            said.since(),
            submission(job, said, exchange.urls(publicUrls)),
            ExchangeViews.polls(said)));
  }

  private SubmissionView submission(Job job, Said said, Urls urls) {
    Submitted seen = said.submitted();
    return seen == null
        ? unseen(job, said.repeated(), urls)
        : ExchangeViews.submission(seen, said.repeated());
  }

  /** The job as it was accepted makes the same headers again, but for what was estimated then. */
  private SubmissionView unseen(Job job, long repeated, Urls urls) {
    Job accepted = Job.accepted(job.id(), job.submission());
    Response again = answers.accepted(accepted, urls).build();
    Map<String, String> headers = OpenSubmission.headers(again);
    headers.remove(HttpHeaders.RETRY_AFTER);
    return ExchangeViews.unseen(
        job.submission().submittedAt(), again.getStatus(), headers, repeated);
  }
}
