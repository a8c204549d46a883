package dev.accepted.http.openapi;

import dev.accepted.job.JobDefinition;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;

/** Puts the document together. */
final class ApiDocument {

  private static final List<String> FRAGMENTS =
      List.of(
          "frame",
          "discovery",
          "jobs",
          "links",
          "content",
          "events",
          "overview",
          "deliveries",
          "exchange",
          "subscriptions",
          "schedules",
          "uploads",
          "datasets",
          "session",
          "keys",
          "admin",
          "simulator",
          "faulty",
          "schemas",
          "examples",
          "parameters",
          "responses");

  private ApiDocument() {}

  /**
   * The description of the HTTP interface, with a path for each of these job types.
   *
   * @return an OpenAPI 3.1 document
   */
  static JsonObject of(Collection<JobDefinition> types) {
    JsonObject document =
        FRAGMENTS.stream().map(Fragments::read).reduce(Fragments::merged).orElseThrow();
    document = Fragments.merged(document, new EnvelopePath(types).fragment());
    for (JobDefinition type : types) {
      document = Fragments.merged(document, SubmissionPath.of(type).fragment());
    }
    return SignedInPaths.in(document);
  }
}
