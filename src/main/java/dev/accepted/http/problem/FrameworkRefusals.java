package dev.accepted.http.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.TreeSet;

/** What the server and its JAX-RS implementation refuse by themselves, in this server's words. */
public final class FrameworkRefusals {

  private FrameworkRefusals() {}

  static Problem problem(WebApplicationException refused) {
    Response response = refused.getResponse();
    return response.getStatus() == 405
        ? methodNotAllowed(new TreeSet<>(response.getAllowedMethods()))
        : problem(response.getStatus());
  }

  /** A refusal of which nothing is known but its status code. */
  public static Problem problem(int status) {
    if (status == 404) {
      return Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no resource at this path.");
    }
    return status < 500
        ? Problem.of(
            ProblemType.BAD_REQUEST, status, "The request can't be processed as it stands.")
        : Problem.of(
            ProblemType.INTERNAL_ERROR, status, "The server failed to answer the request.");
  }

  private static Problem methodNotAllowed(Set<String> allowed) {
    allowed.add("OPTIONS");
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    return Problem.of(
            ProblemType.METHOD_NOT_ALLOWED,
            "This resource allows " + String.join(", ", allowed) + '.')
        .with("allowed", allowed)
        .header(HttpHeaders.ALLOW, String.join(", ", allowed));
  }
}
