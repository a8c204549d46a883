package dev.accepted.http.submission;

import dev.accepted.engine.registry.RegisteredType;
import dev.accepted.http.request.Exchange;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where jobs of one type are submitted. A sub-resource, so that an unknown collection is 404 for
 * every method, and a known one tells which it allows.
 */
public class CollectionResource {

  private final Submissions submissions;
  private final RegisteredType type;

  CollectionResource(Submissions submissions, RegisteredType type) {
    this.submissions = submissions;
    this.type = type;
  }

  /** Submits a job: 202 once it is stored. */
  @POST
  public void submit(
      @Suspended AsyncResponse response, @BeanParam Exchange exchange, InputStream body)
      throws IOException {
    submissions.toCollection(response, exchange, type, body);
  }
}
