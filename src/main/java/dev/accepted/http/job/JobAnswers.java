package dev.accepted.http.job;

import dev.accepted.engine.pace.Pace;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.request.Answers;
import dev.accepted.http.wire.Urls;
import dev.accepted.job.Job;
import dev.accepted.job.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;

/** The answers that carry a job's status representation. */
@ApplicationScoped
public class JobAnswers {

  private static final String OPERATION_LOCATION = "Operation-Location";

  @Inject Pace pace;
  @Inject Representations representations;

  /**
   * 202: the job is on its way. Where its monitor is and when to look there stands in the headers.
   */
  public ResponseBuilder accepted(Job job, Urls urls) {
    return leading(Response.Status.ACCEPTED, job, urls, representations.once(job, urls))
        .header(HttpHeaders.LOCATION, urls.job(job.id()))
        .header(HttpHeaders.RETRY_AFTER, pace.retryAfterSeconds(job));
  }

  /**
   * 303: the job is finished. Leads to its result or, if it failed or was canceled, to its monitor:
   * a client that follows a redirect shall find an answer there and not the next error, and the
   * monitor is what tells why there is no result (RFC 9110, section 15.4.4: the target answers the
   * request indirectly).
   */
  public ResponseBuilder finished(Job job, Urls urls) {
    boolean succeeded = job.status() == JobStatus.SUCCEEDED;
    return leading(Response.Status.SEE_OTHER, job, urls, representations.of(job, urls).body())
        .header(
            HttpHeaders.LOCATION,
            succeeded ? urls.of(job.id(), JobLinks.RESULT) : urls.job(job.id()));
  }

  /** After how many seconds it is worth asking again; 0 if the job is finished. */
  public long retryAfter(Job job) {
    return job.status().isFinal() ? 0 : pace.retryAfterSeconds(job);
  }

  /**
   * 200, or 304 if the client has this representation.
   *
   * @param retryAfter the seconds that it names; 0 for none
   */
  ResponseBuilder current(Job job, Urls urls, List<String> ifNoneMatch, long retryAfter) {
    Representation now = representations.of(job, urls);
    ResponseBuilder answer =
        EntityTags.weaklyListed(ifNoneMatch, now.tag())
            ? Response.notModified()
            : Answers.json(Response.Status.OK.getStatusCode(), now.body());
    if (retryAfter > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    return answer
        .header(HttpHeaders.ETAG, now.tag())
        .header(HttpHeaders.CACHE_CONTROL, Answers.REVALIDATE);
  }

  /** Whether one of the client's tags is that of the current representation. */
  boolean isKnown(Job job, Urls urls, List<String> tags) {
    return EntityTags.weaklyListed(tags, representations.of(job, urls).tag());
  }

  /** 200 for a job whose state is the answer to something that was asked of it. */
  public ResponseBuilder done(Job job, Urls urls) {
    return leading(Response.Status.OK, job, urls, representations.of(job, urls).body());
  }

  private static ResponseBuilder leading(
      Response.Status status, Job job, Urls urls, byte[] representation) {
    return Answers.json(status.getStatusCode(), representation)
        .header(OPERATION_LOCATION, urls.of(job.id(), JobLinks.STATUS))
        .header(HttpHeaders.LINK, JobLinks.header(job, urls))
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE);
  }
}
