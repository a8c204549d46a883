package dev.accepted.types.reports;

import dev.accepted.job.InputFile;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobId;
import dev.accepted.job.Progress;
import dev.accepted.job.TraceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A context for one part of an attempt: what the part calls all of its work, the attempt counts as
 * a share of its own.
 *
 * @param whole the attempt's context
 * @param from where the part begins, from 0 to 1
 * @param to where it ends
 */
record PhaseContext(JobContext whole, double from, double to) implements JobContext {

  private static final int STEPS = 1_000;

  @Override
  public void progress(Progress part) {
    double share = part.total() == 0 ? 0 : Math.min(1, (double) part.done() / part.total());
    long done = Math.round(STEPS * (from + (to - from) * share));
    whole.progress(new Progress(done, STEPS, null, words(part)));
  }

  private static @Nullable String words(Progress part) {
    return part.unit() == null || part.done() == 0
        ? part.message()
        : part.message() + ": " + CellText.count(part.done()) + " " + part.unit();
  }

  @Override
  public JobId id() {
    return whole.id();
  }

  @Override
  public String owner() {
    return whole.owner();
  }

  @Override
  public int attempt() {
    return whole.attempt();
  }

  @Override
  public Clock clock() {
    return whole.clock();
  }

  @Override
  public Optional<InputFile> file() {
    return whole.file();
  }

  @Override
  public Optional<TraceContext> trace() {
    return whole.trace();
  }

  @Override
  public void log(String line) {
    whole.log(line);
  }

  @Override
  public Optional<String> checkpoint() {
    return whole.checkpoint();
  }

  @Override
  public void checkpoint(String state) {
    whole.checkpoint(state);
  }

  @Override
  public boolean stopping() {
    return whole.stopping();
  }

  @Override
  public void checkStopping() {
    whole.checkStopping();
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    whole.pause(duration);
  }

  @Override
  public void onStop(Runnable action) {
    whole.onStop(action);
  }

  @Override
  public Path workDirectory() throws IOException {
    return whole.workDirectory();
  }

  @Override
  public OutputStream result(String mediaType, @Nullable String fileName) throws IOException {
    return whole.result(mediaType, fileName);
  }

  @Override
  public void result(String mediaType, @Nullable String fileName, Path file) throws IOException {
    whole.result(mediaType, fileName, file);
  }

  @Override
  public OutputStream file(String name, String mediaType) throws IOException {
    return whole.file(name, mediaType);
  }

  @Override
  public void file(String name, String mediaType, Path file) throws IOException {
    whole.file(name, mediaType, file);
  }
}
