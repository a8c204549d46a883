package dev.accepted.http.uploads;

import dev.accepted.engine.uploads.NewUpload;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.guard.Role;
import dev.accepted.http.header.ContentDisposition;
import dev.accepted.http.request.Answers;
import dev.accepted.http.request.Exchange;
import dev.accepted.http.submission.RequestBody;
import dev.accepted.http.wire.PublicUrls;
import dev.accepted.http.wire.Urls;
import dev.accepted.http.wire.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's uploads that no job has taken yet. */
@ApplicationScoped
@Path("uploads")
public class UploadsResource {

  private static final String FILE_NAME = "fileName";

  @Inject Uploads uploads;
  @Inject UploadLimits limits;
  @Inject UploadAnswers answers;
  @Inject PublicUrls publicUrls;

  /** All of them, newest first. */
  @GET
  public Response list(@BeanParam Exchange exchange) {
    exchange.query().only();
    Urls urls = publicUrls.seenBy(exchange.uri());
    List<UploadView> all =
        uploads.list(exchange.caller().owner()).stream()
            .map(upload -> UploadView.of(upload, urls))
            .toList();
    return Answers.page(exchange, new UploadsView(all), Optional.empty());
  }

  /**
   * Begins one: 201 with its URL. The body, if there is one, is its first part. Where that breaks
   * off, the client doesn't learn the URL from this answer, as it could from the 104 that can't be
   * sent: so who expects that sends no body, and then the parts.
   */
  @POST
  public Response begin(@BeanParam Exchange exchange, InputStream body) throws IOException {
    exchange.query().only(FILE_NAME);
    String owner = exchange.caller(Role.SUBMIT).owner();
    UploadRequest asked = UploadRequest.of(exchange);
    String mediaType = limits.mediaType(exchange);
    NewUpload fresh =
        new NewUpload(owner, mediaType, fileName(exchange), asked.length(), limits.mostBytes());
    Urls urls = publicUrls.seenBy(exchange.uri());
    UploadReport begun = answers.tried(() -> uploads.begin(fresh));
    UploadReport now =
        asked.isEmpty() && !asked.completes() ? begun : first(owner, begun, asked, body);
    return answers.with(
        now,
        Answers.json(
                Response.Status.CREATED.getStatusCode(), WireJson.bytes(UploadView.of(now, urls)))
            .header(HttpHeaders.LOCATION, urls.upload(now.id())));
  }

  private UploadReport first(
      String owner, UploadReport begun, UploadRequest asked, InputStream body) throws IOException {
    return answers.tried(
        () ->
            uploads.append(
                owner, begun.id(), asked.part(0, limits.mostBytes()), new RequestBody(body)));
  }

  private static @Nullable String fileName(Exchange exchange) {
    return exchange
        .first(HttpHeaders.CONTENT_DISPOSITION)
        .flatMap(ContentDisposition::fileName)
        .or(
            () ->
                exchange
                    .query()
                    .single(FILE_NAME)
                    .map(ContentDisposition::baseName)
                    .filter(name -> !name.isBlank()))
        .orElse(null);
  }

  /** What may be sent. */
  @OPTIONS
  public Response options() {
    return answers.options("GET", "HEAD", "POST");
  }
}
