package dev.accepted.http.uploads;

import dev.accepted.engine.uploads.UploadRefused;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.http.header.ReprDigest;
import dev.accepted.http.header.UploadFields;
import dev.accepted.http.request.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;

/** The headers in which an upload's client finds how it stands. */
@ApplicationScoped
public class UploadAnswers {

  @Inject UploadLimits limits;

  /** Adds them to an answer. */
  Response with(UploadReport upload, ResponseBuilder answer) {
    Long length = upload.length();
    if (length != null) {
      answer.header(UploadFields.LENGTH, length);
    }
    String sha256 = upload.sha256();
    if (sha256 != null) {
      answer.header(ReprDigest.NAME, ReprDigest.of(sha256));
    }
    return answer
        .header(UploadFields.OFFSET, upload.offset())
        .header(UploadFields.COMPLETE, UploadFields.of(upload.isComplete()))
        .header(UploadFields.LIMIT, limits.header(upload))
        .header(HttpHeaders.CACHE_CONTROL, Answers.NO_STORE)
        .build();
  }

  /** What OPTIONS is answered. */
  Response options(String... allowed) {
    return Response.noContent()
        .allow(allowed)
        .header("Accept-Patch", UploadFields.PART)
        .header(UploadFields.LIMIT, limits.header())
        .build();
  }

  /** Something that is done with an upload. */
  @FunctionalInterface
  interface Act<T> {

    /** Does it. */
    T done() throws IOException;
  }

  /**
   * Does it.
   *
   * @throws dev.accepted.http.problem.Problem if it can't be done
   */
  <T> T tried(Act<T> act) throws IOException {
    try {
      return act.done();
    } catch (UploadRefused refused) {
      throw UploadProblems.of(refused, limits.header());
    }
  }
}
