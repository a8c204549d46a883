package dev.accepted.http.content;

import dev.accepted.engine.JobService;
import dev.accepted.http.wire.InstantAdapter;
import dev.accepted.http.wire.WireJson;
import dev.accepted.job.JobId;
import dev.accepted.job.LogLine;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a log a few lines at a time, however long it is. */
final class LogStream implements StreamingOutput {

  static final String TEXT = "text/plain;charset=utf-8";
  static final String JSON_LINES = "application/x-ndjson";
  private static final int LINES = 500;

  private final JobService jobs;
  private final JobId job;
  private final String form;

  /**
   * @param form {@link #TEXT} or {@link #JSON_LINES}
   */
  LogStream(JobService jobs, JobId job, String form) {
    this.jobs = jobs;
    this.job = job;
    this.form = form;
  }

  @Override
  public void write(OutputStream out) throws IOException {
    long last = 0;
    List<LogLine> lines;
    do {
      lines = jobs.log(job, last, LINES);
      for (LogLine line : lines) {
        out.write(line(line));
        last = line.number();
      }
    } while (lines.size() == LINES);
  }

  /** How many bytes it has at this moment. */
  long length() throws IOException {
    try (CountingOutputStream counter = new CountingOutputStream()) {
      write(counter);
      return counter.count();
    }
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
