package dev.accepted.http.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.TreeSet;

/** What the JAX-RS implementation refuses by itself, in this server's words. */
final class FrameworkRefusals {

  private FrameworkRefusals() {}

  static Problem problem(WebApplicationException refused) {
    Response response = refused.getResponse();
    return switch (response.getStatus()) {
      case 404 -> Problem.of(ProblemType.UNKNOWN_RESOURCE, "There is no resource at this path.");
      case 405 -> methodNotAllowed(new TreeSet<>(response.getAllowedMethods()));
      default ->
          Problem.of(
              ProblemType.BAD_REQUEST,
              response.getStatus(),
              "The request can't be processed as it stands.");
    };
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
