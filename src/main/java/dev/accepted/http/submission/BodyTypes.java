package dev.accepted.http.submission;

import dev.accepted.http.header.MediaRange;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;
import dev.accepted.http.request.Exchange;
import dev.accepted.job.JobDefinition;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The media types that a resource takes.
 *
 * @param names such as {@code application/json} or {@code video/*}
 */
public record BodyTypes(List<String> names) {

  /** The forms in which an input comes. */
  enum Form {
    JSON,
    FORM,
    FILE
  }

  /** What envelopes come as. */
  static final BodyTypes ENVELOPE = new BodyTypes(List.of(MediaType.APPLICATION_JSON));

  /** What a job type's collection takes: JSON, a browser's form, and the type's kinds of file. */
  public static BodyTypes of(JobDefinition type) {
    List<String> names = new ArrayList<>();
    names.add(MediaType.APPLICATION_JSON);
    names.add(MediaType.MULTIPART_FORM_DATA);
    names.addAll(type.file().accepts());
    return new BodyTypes(List.copyOf(names));
  }

  /**
   * The media type of the request's body.
   *
   * @throws Problem 415 if it isn't taken here, or if the body is compressed
   */
  public MediaRange check(Exchange exchange) {
    for (String coding : exchange.header(HttpHeaders.CONTENT_ENCODING)) {
      if (!coding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
        throw refused("Compressed bodies are not taken.")
            .header(HttpHeaders.ACCEPT_ENCODING, "identity");
      }
    }
    String given =
        exchange
            .first(HttpHeaders.CONTENT_TYPE)
            .orElseThrow(() -> refused("The request has no Content-Type that can be read."));
    MediaRange mediaType = MediaRange.parse(given);
    if (names.stream().map(MediaRange::parse).noneMatch(range -> range.includes(mediaType))) {
      throw refused("A body of the type " + mediaType.essence() + " is not taken here.");
    }
    return mediaType;
  }

  Form form(MediaRange mediaType) {
    return switch (mediaType.essence()) {
      case MediaType.APPLICATION_JSON -> Form.JSON;
      case MediaType.MULTIPART_FORM_DATA -> Form.FORM;
      default -> Form.FILE;
    };
  }

  /** The value of {@code Accept-Post}. */
  public String header() {
    return String.join(", ", names);
  }

  /** 415 with everything that would be taken. */
  Problem refused(String detail) {
    return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail)
        .with("accepted", names)
        .header("Accept-Post", header());
  }
}
