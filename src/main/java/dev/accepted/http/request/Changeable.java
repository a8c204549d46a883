package dev.accepted.http.request;

import dev.accepted.http.header.EntityTags;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.Changed;
import dev.accepted.job.JobId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of resource that clients make, read, change and remove, each under an id of the server.
 *
 * @param noun what one of them is called in a sentence
 */
public record Changeable(String noun) {

  /**
   * The id in a path, which is made as those of jobs are.
   *
   * @throws Problem 404 if it isn't one: nothing can have it
   */
  public UUID id(String text) {
    return JobId.parse(text).map(JobId::value).orElseThrow(this::unknown);
  }

  /** 404. */
  public Problem unknown() {
    return Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no %s with this id.".formatted(noun));
  }

  /** 412: RFC 9110, section 13.1.1. */
  public Problem notAsSeen() {
    return Problem.of(
        ProblemType.PRECONDITION_FAILED,
        "The %s is not the one the request is meant for. Read it again.".formatted(noun));
  }

  /**
   * What a change is meant for, as its client has seen it; empty if the request doesn't say, or
   * says that any will do. It may have become another by the time of the change.
   *
   * @param view as it is answered, of which its tag is made
   * @throws Problem 412 if it is not the one that {@code If-Match} names
   */
  public <T> Optional<T> seen(Exchange exchange, T now, Object view) {
    List<String> match = exchange.header(HttpHeaders.IF_MATCH);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    if (!EntityTags.stronglyListed(match, Answers.tag(view))) {
      throw notAsSeen();
    }
    return EntityTags.isAny(match) ? Optional.empty() : Optional.of(now);
  }

  /**
   * What there is after a change; empty if that was to remove it.
   *
   * @throws Problem if it was not made
   */
  public <T> Optional<T> made(Changed<T> change) {
    return switch (change.result()) {
      case MADE -> change.now();
      case UNKNOWN -> throw unknown();
      case NOT_AS_SEEN -> throw notAsSeen();
    };
  }

  /** How it is now: 200. */
  public static Response ok(Object view) {
    return answer(Response.Status.OK, view).build();
  }

  /** A new one, at that URL: 201. */
  public static Response created(String url, Object view) {
    return answer(Response.Status.CREATED, view).header(HttpHeaders.LOCATION, url).build();
  }

  private static ResponseBuilder answer(Response.Status status, Object view) {
    return Answers.json(status.getStatusCode(), WireJson.bytes(view))
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE);
  }
}
