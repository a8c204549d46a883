package dev.accepted.http.submission;

import dev.accepted.config.Settings;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.problem.UnreadableBody;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;

/** Reads a browser's form, part by part as it streams by. */
@ApplicationScoped
class Forms {

  private static final int MOST_PARTS = 200;
  private static final int LONGEST_PART_HEADER = 4096;

  @Inject Settings settings;
  @Inject RawFiles files;

  /** Fields become members of the input; a part named {@code file} is the file. */
  Received read(JobDefinition type, Exchange exchange, InputStream body) throws IOException {
    FormParts parts = new FormParts(type, files, settings.maxBodyBytes());
    boolean complete = false;
    try {
      FileItemInputIterator items = items(exchange, body);
      int count = 0;
      for (; items.hasNext() && count <= MOST_PARTS; count++) {
        parts.add(items.next());
      }
      if (count == 0 || count > MOST_PARTS) {
        throw malformed("A form has 1 to " + MOST_PARTS + " parts.");
      }
      Received received = parts.received();
      complete = true;
      return received;
    } catch (FileUploadException | InvalidPathException | UnreadableBody broken) {
      throw malformed("The form is cut short or not well formed.");
    } finally {
      if (!complete) {
        parts.close();
      }
    }
  }

  private static FileItemInputIterator items(Exchange exchange, InputStream body)
      throws IOException {
    FormUpload upload = new FormUpload();
    upload.setHeaderCharset(StandardCharsets.UTF_8);
    upload.setMaxPartHeaderSize(LONGEST_PART_HEADER);
    String contentType = exchange.first(HttpHeaders.CONTENT_TYPE).orElse("");
    return upload.getItemIterator(new FormUpload.Form(contentType, body));
  }

  private static Problem malformed(String detail) {
    return Problem.of(ProblemType.MALFORMED_FORM, detail);
  }
}
