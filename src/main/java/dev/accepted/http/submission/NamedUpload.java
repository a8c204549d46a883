package dev.accepted.http.submission;

import dev.accepted.config.Settings;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.engine.uploads.Uploads;
import dev.accepted.http.header.MediaRange;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** A submission whose file is an upload that was brought before. */
@ApplicationScoped
class NamedUpload {

  /** How a submission names it. */
  static final String NAME = "upload";

  @Inject Uploads uploads;
  @Inject Settings settings;

  /**
   * The id of an upload.
   *
   * @throws Problem 400 if it can't be one
   */
  static UUID id(String text) {
    return JobId.parse(text)
        .map(JobId::value)
        .orElseThrow(() -> Problem.parameter(NAME, "\"upload\" is the id of an upload of yours."));
  }

  /**
   * Passes if jobs of that type take such a file. Whether it is there and complete is for the
   * engine to say: a repeated request is answered as the first was, although a job has the upload
   * by then.
   *
   * @throws Problem 415 or 413 if they don't
   */
  void check(JobDefinition type, String owner, UUID id) {
    uploads.look(owner, id).ifPresent(upload -> check(type, upload));
  }

  private void check(JobDefinition type, UploadReport upload) {
    MediaRange given = MediaRange.parse(upload.mediaType());
    boolean taken =
        type.file().accepts().stream()
            .map(MediaRange::parse)
            .anyMatch(range -> range.includes(given));
    if (!taken) {
      throw BodyTypes.of(type)
          .refused("An upload of the type " + given.essence() + " is not taken here.");
    }
    long most = Math.min(type.file().maxBytes(), settings.maxFileBytes());
    if (upload.offset() > most) {
      throw LimitedBody.tooLarge(most);
    }
  }

  /** The rest of the input: a JSON object in the body or, if there is none, in the query. */
  Received receive(JobDefinition type, Exchange exchange, QueryOptions query, InputStream body)
      throws IOException {
    byte[] sent = LimitedBody.read(new RequestBody(body), exchange, settings.maxBodyBytes());
    if (sent.length == 0) {
      return new Received(new InputCoercion(InputJson.schema(type)).input(query.others()), null);
    }
    BodyTypes.ENVELOPE.check(exchange);
    query.alone();
    return new Received(InputJson.object(sent), null);
  }
}
