package dev.accepted.http.uploads;

import dev.accepted.engine.uploads.Part;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.guard.Role;
import dev.accepted.http.header.InvalidHeader;
import dev.accepted.http.header.UploadFields;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.BodyTypes;
import dev.accepted.http.submission.RequestBody;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** An upload that no job has taken yet. It is its owner's alone: to others, it isn't there. */
@ApplicationScoped
@Path("uploads/{id}")
public class UploadResource {

  private static final BodyTypes PARTS = new BodyTypes(List.of(UploadFields.PART));

  @Inject Uploads uploads;
  @Inject UploadLimits limits;
  @Inject UploadAnswers answers;
  @Inject PublicUrls publicUrls;

  /** How far it is, by HEAD above all. A request that still writes to it is ended by that. */
  @GET
  public Response read(@BeanParam Exchange exchange, @PathParam("id") String id)
      throws IOException {
    exchange.query().only();
    exchange.accepted(MediaType.APPLICATION_JSON);
    UUID upload = id(id);
    UploadReport found = answers.tried(() -> uploads.find(exchange.caller().owner(), upload));
    UploadView view = UploadView.of(found, publicUrls.seenBy(exchange.uri()));
    return answers.with(
        found, Answers.json(Response.Status.OK.getStatusCode(), WireJson.bytes(view)));
  }

  /** Appends a part: 204. */
  @PATCH
  public Response append(@BeanParam Exchange exchange, @PathParam("id") String id, InputStream body)
      throws IOException {
    exchange.query().only();
    UUID upload = own(exchange, id);
    String owner = exchange.caller(Role.SUBMIT).owner();
    checkType(exchange);
    long offset =
        UploadFields.number(exchange.header(UploadFields.OFFSET))
            .orElseThrow(
                () ->
                    new InvalidHeader(
                        UploadFields.OFFSET,
                        "The header is the number of bytes that come before the body."));
    Part part = UploadRequest.of(exchange).part(offset, limits.mostBytes());
    return answers.with(
        answers.tried(() -> uploads.append(owner, upload, part, new RequestBody(body))),
        Response.noContent());
  }

  private static void checkType(Exchange exchange) {
    try {
      PARTS.check(exchange);
    } catch (Problem refused) {
      throw refused.header("Accept-Patch", UploadFields.PART);
    }
  }

  /** Gives it up: 204. */
  @DELETE
  public Response remove(@BeanParam Exchange exchange, @PathParam("id") String id) {
    exchange.query().only();
    UUID upload = own(exchange, id);
    if (!uploads.remove(exchange.caller(Role.SUBMIT).owner(), upload)) {
      throw unknown();
    }
    return Response.noContent().build();
  }

  /** What may be sent. */
  @OPTIONS
  public Response options() {
    return answers.options("DELETE", "GET", "HEAD", "PATCH");
  }

  /** To whom it isn't there nothing else is said of it, not even that it takes a role. */
  private UUID own(Exchange exchange, String text) {
    UUID id = id(text);
    if (uploads.look(exchange.caller().owner(), id).isEmpty()) {
      throw unknown();
    }
    return id;
  }

  private static UUID id(String text) {
    return JobId.parse(text).map(JobId::value).orElseThrow(UploadResource::unknown);
  }

  private static Problem unknown() {
    return Problem.of(ProblemType.UPLOAD_NOT_FOUND, "There is no upload with this id.");
  }
}
