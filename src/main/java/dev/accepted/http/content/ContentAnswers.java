package dev.accepted.http.content;

import dev.accepted.content.Content;
import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.ContentGone;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.http.header.ByteRange;
import dev.accepted.http.header.EntityTags;
import dev.accepted.http.header.Preconditions;
import dev.accepted.http.job.JobFinder;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.stream.Downloads;
import dev.accepted.http.wire.Document;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Answers with stored bytes: whole, in part, or not at all if the client has them. */
@ApplicationScoped
class ContentAnswers {

  private static final Logger LOG = System.getLogger(ContentAnswers.class.getName());
  private static final String RANGE = "Range";

  /** In bytes: what is longer isn't read into memory as a whole. */
  private static final int SHORT = 32 << 10;

  @Inject JobService jobs;
  @Inject Downloads downloads;

  /**
   * The answer to a GET or HEAD.
   *
   * @param modified when the bytes were finished
   */
  Response of(Exchange exchange, Job job, Content content, Instant modified) {
    return of(exchange, job, content, modified, Map.of());
  }

  /**
   * The same.
   *
   * @param more headers beyond those of all content
   */
  Response of(
      Exchange exchange, Job job, Content content, Instant modified, Map<String, String> more) {
    String tag = EntityTags.quote(content.info().sha256());
    Preconditions conditions = new Preconditions(tag, modified);
    return switch (conditions.evaluate(exchange::header)) {
      case NOT_MODIFIED -> {
        Response.ResponseBuilder answer =
            Response.notModified()
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, Answers.REVALIDATE);
        more.forEach(answer::header);
        yield answer.build();
      }
      case FAILED ->
          throw Problem.of(
              ProblemType.PRECONDITION_FAILED,
              "The content is not the one the request is meant for.");
      case PROCEED -> {
        Response.ResponseBuilder answer =
            range(exchange, content.info(), conditions)
                .map(range -> part(exchange, job, content, range))
                .orElseGet(() -> whole(exchange, job, content));
        ContentHeaders.of(content.info(), tag, modified).forEach(answer::header);
        more.forEach(answer::header);
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

  private Response.ResponseBuilder whole(Exchange exchange, Job job, Content content) {
    long length = content.info().length();
    Response.ResponseBuilder answer = Response.ok().header(HttpHeaders.CONTENT_LENGTH, length);
    return exchange.isHead() ? answer : with(answer, exchange, job, content, 0, length);
  }

  private Response.ResponseBuilder part(
      Exchange exchange, Job job, Content content, ByteRange range) {
    Response.ResponseBuilder answer =
        Response.status(Response.Status.PARTIAL_CONTENT)
            .header(HttpHeaders.CONTENT_LENGTH, range.length())
            .header("Content-Range", range.contentRange(content.info().length()));
    return with(answer, exchange, job, content, range.first(), range.length());
  }

  private Response.ResponseBuilder with(
      Response.ResponseBuilder answer,
      Exchange exchange,
      Job job,
      Content content,
      long first,
      long length) {
    if (length > SHORT) {
      downloads.admit();
      downloads.send(
          exchange, answer, new ContentSource(open(job, content, first, length), length));
      return answer;
    }
    try (ContentSource all = new ContentSource(open(job, content, first, length), length)) {
      byte[] bytes = all.next();
      return answer.entity(new Document(bytes == null ? new byte[0] : bytes));
    } catch (IOException down) {
      LOG.log(Level.WARNING, "Content could not be read: " + content.info(), down);
      throw new Refusal.StoreDown();
    }
  }

  private InputStream open(Job job, Content content, long first, long length) {
    try {
      return jobs.contents().open(job, content, first, length);
    } catch (ContentGone gone) {
      throw JobFinder.gone(gone.lookup());
    }
  }
}
