package dev.accepted.http.submission;

import dev.accepted.config.Settings;
import dev.accepted.http.header.MediaRange;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;

/** Takes a submission's body in, in whichever of its forms it comes. */
@ApplicationScoped
class BodyReceiver {

  @Inject Settings settings;
  @Inject RawFiles rawFiles;
  @Inject Forms forms;

  /** Reads the body of a submission to the collection of that type. */
  Received receive(JobDefinition type, Exchange exchange, QueryOptions query, InputStream body)
      throws IOException {
    BodyTypes accepted = BodyTypes.of(type);
    MediaRange mediaType = accepted.check(exchange);
    InputStream bytes = new RequestBody(body);
    return switch (accepted.form(mediaType)) {
      case JSON -> {
        query.alone();
        yield new Received(
            InputJson.object(LimitedBody.read(bytes, exchange, settings.maxBodyBytes())), null);
      }
      case FORM -> {
        query.alone();
        yield forms.read(type, exchange, bytes);
      }
      case FILE -> rawFiles.read(type, mediaType, exchange, query.others(), bytes);
    };
  }
}
