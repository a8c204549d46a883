package dev.accepted.store;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.sql.Session;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/**
 * What a caller has here.
 *
 * @param active its jobs that have not finished
 * @param bytes what its jobs keep, finished ones too: inputs, results, and the files beside these;
 *     and what its uploads have brought so far
 */
public record CallerUse(long active, long bytes) {

  /** Of one that has nothing. */
  public static final CallerUse NOTHING = new CallerUse(0, 0);

  /** What a caller has. */
  public static CallerUse of(Session session, String owner) throws SQLException {
    return session
        .first(
            "select active, bytes from caller_use where owner = ?",
            row -> new CallerUse(row.longNumber("active"), row.longNumber("bytes")),
            owner)
        .orElse(NOTHING);
  }

  CallerUse plus(CallerUse more) {
    return new CallerUse(active + more.active, bytes + more.bytes);
  }

  /**
   * What a new job adds to the bytes.
   *
   * @param input its JSON text
   */
  public static long bytesOf(Job job, String input) {
    ContentInfo file = job.submission().file();
    return input.getBytes(StandardCharsets.UTF_8).length + (file == null ? 0 : file.length());
  }

  /** What an attempt adds to them. */
  static long bytesOf(FinishedWork work) {
    ContentInfo result = work.result();
    return (result == null ? 0 : result.length())
        + work.files().stream().mapToLong(ContentInfo::length).sum();
  }
}
