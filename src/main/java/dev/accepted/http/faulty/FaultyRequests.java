package dev.accepted.http.faulty;

import dev.accepted.engine.JobService;
import dev.accepted.engine.answers.Lookup;
import dev.accepted.faulty.Fault;
import dev.accepted.faulty.Twist;
import dev.accepted.guard.Caller;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.SignedIn;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Takes the faults off the path: the resources are the API's own, and build their URLs below the
 * faults, since these are part of the base URI then.
 */
@Provider
@PreMatching
@ApplicationScoped
public class FaultyRequests implements ContainerRequestFilter {

  private static final String FAULTY = "faulty/";

  /** The one type whose jobs may be reached below faults. */
  static final String TYPE = "simulation";

  @Inject JobService jobs;
  @Context HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    UriInfo uri = context.getUriInfo();
    String path = uri.getPath();
    if (!path.startsWith(FAULTY) && !path.startsWith('/' + FAULTY)) {
      return;
    }
    Caller caller = SignedIn.caller(request);
    Asked asked =
        Asked.leftWith(request).orElseGet(() -> FaultyPath.read(request)).by(caller.owner());
    checkType(caller, asked);
    request.setAttribute(Asked.ATTRIBUTE, asked);
    String query = uri.getRequestUri().getRawQuery();
    URI base = URI.create(uri.getBaseUri() + FAULTY + asked.names() + '/');
    context.setRequestUri(
        base, URI.create(base + asked.rest() + (query == null ? "" : '?' + query)));
    passOver(context, asked);
    if (asked.here().stream().anyMatch(Fault::instead)) {
      // What it becomes is for the answers' filter to say.
      context.abortWith(Response.ok().build());
    }
  }

  /** What isn't there, or is somebody else's, is answered by its resource. */
  private void checkType(Caller caller, Asked asked) {
    Optional<JobId> id = JobId.parse(asked.job());
    if (id.isPresent()
        && jobs.find(caller.sees(), id.get()) instanceof Lookup.Found found
        && !found.job().type().equals(TYPE)) {
      throw Problem.of(ProblemType.JOB_NOT_FOUND, "There is no simulation with this id.");
    }
  }

  private static void passOver(ContainerRequestContext context, Asked asked) {
    for (Fault fault : asked.here()) {
      fault.unheard().forEach(context.getHeaders()::remove);
      if (fault.change().twist().filter(Twist.UNQUOTED::equals).isPresent()) {
        List<String> tags = context.getHeaders().getOrDefault(HttpHeaders.IF_NONE_MATCH, List.of());
        if (!tags.isEmpty()) {
          context.getHeaders().put(HttpHeaders.IF_NONE_MATCH, quoted(tags));
        }
      }
    }
  }

  private static List<String> quoted(List<String> tags) {
    return tags.stream()
        .map(tag -> tag.matches("[^\"*,]+") ? '"' + tag.strip() + '"' : tag)
        .toList();
  }
}
