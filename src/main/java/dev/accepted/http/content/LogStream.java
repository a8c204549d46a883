package dev.accepted.http.content;

import dev.accepted.engine.JobService;
import dev.accepted.http.stream.Download;
import dev.accepted.http.wire.InstantAdapter;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.JobId;
import dev.accepted.job.LogLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log, a few lines at a time, however long it is. */
final class LogStream implements Download.Source {

  static final String TEXT = "text/plain;charset=utf-8";
  static final String JSON_LINES = "application/x-ndjson";
  private static final int LINES = 100;

  private final JobService jobs;
  private final JobId job;
  private final String form;
  private long last;

  /**
   * @param form {@link #TEXT} or {@link #JSON_LINES}
   */
  LogStream(JobService jobs, JobId job, String form) {
    this.jobs = jobs;
    this.job = job;
    this.form = form;
  }

  @Override
  public byte @Nullable [] next() {
    List<LogLine> lines = jobs.log(job, last, LINES);
    if (lines.isEmpty()) {
      return null;
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (LogLine line : lines) {
      text.writeBytes(line(line));
      last = line.number();
    }
    return text.toByteArray();
  }

  /** How many bytes there are to come at this moment; none are afterwards. */
  long length() {
    long length = 0;
    for (byte[] piece = next(); piece != null; piece = next()) {
      length += piece.length;
    }
    return length;
  }

  @Override
  public void close() {
    // Each look at the store ends by itself.
  }

  /** A line with its end. */
  byte[] line(LogLine line) {
    String text =
        form.equals(JSON_LINES)
            ? new String(WireJson.bytes(line), StandardCharsets.UTF_8)
            : "%s %d %s".formatted(InstantAdapter.text(line.at()), line.attempt(), line.text());
    return (text + '\n').getBytes(StandardCharsets.UTF_8);
  }
}
