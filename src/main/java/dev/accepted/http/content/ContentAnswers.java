package dev.accepted.http.content;

import dev.accepted.content.Content;
import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.ContentGone;
import dev.accepted.http.header.ByteRange;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.header.Preconditions;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/** Answers with stored bytes: whole, in part, or not at all if the client has them. */
final class ContentAnswers {

  private static final String RANGE = "Range";

  private ContentAnswers() {}

  /**
   * The answer to a GET or HEAD.
   *
   * @param modified when the bytes were finished
   */
  static Response of(
      JobService jobs, Exchange exchange, Job job, Content content, Instant modified) {
    String tag = EntityTags.quote(content.info().sha256());
    Preconditions conditions = new Preconditions(tag, modified);
    return switch (conditions.evaluate(exchange::header)) {
      case NOT_MODIFIED ->
          Response.notModified()
              .header(HttpHeaders.ETAG, tag)
              .header(HttpHeaders.CACHE_CONTROL, Answers.REVALIDATE)
              .build();
      case FAILED ->
          throw Problem.of(
              ProblemType.PRECONDITION_FAILED,
              "The content is not the one the request is meant for.");
      case PROCEED -> {
        Response.ResponseBuilder answer =
            range(exchange, content.info(), conditions)
                .map(range -> part(jobs, job, content, range))
                .orElseGet(() -> whole(jobs, exchange, job, content));
        ContentHeaders.of(content.info(), tag, modified).forEach(answer::header);
        yield answer.build();
      }
    };
  }

  private static Optional<ByteRange> range(
      Exchange exchange, ContentInfo info, Preconditions conditions) {
    if (exchange.isHead() || !conditions.allowsRange(exchange.header("If-Range"))) {
      return Optional.empty();
    }
    try {
      Optional<String> range = exchange.first(RANGE);
      return range.isEmpty() ? Optional.empty() : ByteRange.parse(range.get(), info.length());
    } catch (ByteRange.Unsatisfiable unsatisfiable) {
      throw Problem.of(
              ProblemType.RANGE_NOT_SATISFIABLE, "There are %d bytes.".formatted(info.length()))
          .with("length", info.length())
          .header("Content-Range", "bytes */" + info.length());
    }
  }

  private static Response.ResponseBuilder whole(
      JobService jobs, Exchange exchange, Job job, Content content) {
    Response.ResponseBuilder answer =
        Response.ok().header(HttpHeaders.CONTENT_LENGTH, content.info().length());
    return exchange.isHead()
        ? answer
        : answer.entity(stream(jobs, job, content, 0, content.info().length()));
  }

  private static Response.ResponseBuilder part(
      JobService jobs, Job job, Content content, ByteRange range) {
    return Response.status(Response.Status.PARTIAL_CONTENT)
        .header(HttpHeaders.CONTENT_LENGTH, range.length())
        .header("Content-Range", range.contentRange(content.info().length()))
        .entity(stream(jobs, job, content, range.first(), range.length()));
  }

  private static ContentStream stream(
      JobService jobs, Job job, Content content, long first, long length) {
    try {
      return new ContentStream(jobs.contents().open(job, content, first, length), length);
    } catch (ContentGone gone) {
      throw JobFinder.gone(gone.lookup());
    }
  }
}
