package dev.accepted.http.submission;

import dev.accepted.config.Settings;
import dev.accepted.content.StagedFile;
import dev.accepted.content.TooLarge;
import dev.accepted.engine.JobService;
import dev.accepted.http.header.ContentDisposition;
import dev.accepted.http.header.MediaRange;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes files in as they stream by. */
@ApplicationScoped
class RawFiles {

  private static final String CHARSET = "charset";

  @Inject JobService jobs;
  @Inject Settings settings;

  /** A body that is a file; the rest of the input stands in the query. */
  Received read(
      JobDefinition type,
      MediaRange mediaType,
      Exchange exchange,
      Map<String, List<String>> query,
      InputStream body)
      throws IOException {
    LimitedBody.checkDeclared(exchange, limit(type));
    InputCoercion coercion = new InputCoercion(InputJson.schema(type));
    Map<String, List<String>> texts = new LinkedHashMap<>(query);
    String charset = mediaType.parameters().get(CHARSET);
    if (charset != null && coercion.knows(CHARSET)) {
      texts.putIfAbsent(CHARSET, List.of(charset));
    }
    JsonObject input = coercion.input(texts);
    String fileName =
        exchange.first("Content-Disposition").flatMap(ContentDisposition::fileName).orElse(null);
    return new Received(input, stage(type, body, mediaType.essence(), fileName));
  }

  /** Takes a file of a submission to disk. */
  StagedFile stage(
      JobDefinition type, InputStream body, String mediaType, @Nullable String fileName)
      throws IOException {
    try {
      return jobs.contents().stage(body, mediaType, fileName, limit(type));
    } catch (TooLarge tooLarge) {
      throw LimitedBody.tooLarge(tooLarge.limit());
    }
  }

  private long limit(JobDefinition type) {
    return Math.min(type.file().maxBytes(), settings.maxFileBytes());
  }
}
