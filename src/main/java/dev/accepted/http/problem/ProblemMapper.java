package dev.accepted.http.problem;

import dev.accepted.http.wire.PublicUrls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers whatever a request ended with, if that isn't a response. One mapper for all, so that no
 * server's own comes nearer.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Inject PublicUrls urls;
  @Context UriInfo uri;

  @Override
  public Response toResponse(Throwable failure) {
    Problem problem = Failures.problem(failure);
    byte[] document =
        ProblemDocument.bytes(problem, urls.seenBy(uri), uri.getRequestUri().getRawPath());
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .entity(document)
            .type(ProblemDocument.MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LENGTH, document.length)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    problem.headers().forEach(answer::header);
    return answer.build();
  }
}
