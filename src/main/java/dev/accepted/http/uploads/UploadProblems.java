package dev.accepted.http.uploads;

import dev.accepted.engine.uploads.UploadRefused;
import dev.accepted.engine.uploads.UploadReport;
import dev.accepted.http.header.UploadFields;
import dev.accepted.http.problem.Problem;
import dev.accepted.http.problem.ProblemType;

/** What can't be done with an upload, as problems. */
final class UploadProblems {

  private UploadProblems() {}

  /**
   * The problem.
   *
   * @param limit the value of {@code Upload-Limit}
   */
  static Problem of(UploadRefused refused, String limit) {
    Problem problem = plain(refused, limit);
    UploadReport upload = refused.upload();
    if (upload != null) {
      problem
          .header(UploadFields.OFFSET, Long.toString(upload.offset()))
          .header(UploadFields.COMPLETE, UploadFields.of(upload.isComplete()));
    }
    return problem;
  }

  private static Problem plain(UploadRefused refused, String limit) {
    String detail = refused.explanation();
    if (refused instanceof UploadRefused.Mismatch mismatch) {
      UploadReport upload = refused.upload();
      return Problem.of(ProblemType.MISMATCHING_UPLOAD_OFFSET, detail)
          .with("expected-offset", upload == null ? 0 : upload.offset())
          .with("provided-offset", mismatch.provided());
    }
    if (refused instanceof UploadRefused.Completed) {
      return Problem.of(ProblemType.COMPLETED_UPLOAD, detail);
    }
    if (refused instanceof UploadRefused.InconsistentLength) {
      return Problem.of(ProblemType.INCONSISTENT_UPLOAD_LENGTH, detail);
    }
    if (refused instanceof UploadRefused.TooLong tooLong) {
      return Problem.of(ProblemType.CONTENT_TOO_LARGE, detail)
          .with("limit", tooLong.most())
          .header(UploadFields.LIMIT, limit);
    }
    if (refused instanceof UploadRefused.TooMany tooMany) {
      return Problem.of(ProblemType.TOO_MANY_UPLOADS, detail).with("limit", tooMany.most());
    }
    if (refused instanceof UploadRefused.Superseded) {
      return Problem.of(ProblemType.UPLOAD_SUPERSEDED, detail).header("Connection", "close");
    }
    return refused instanceof UploadRefused.Unavailable
        ? Problem.of(ProblemType.UPLOADS_UNAVAILABLE, detail)
        : Problem.of(ProblemType.UPLOAD_NOT_FOUND, detail);
  }
}
