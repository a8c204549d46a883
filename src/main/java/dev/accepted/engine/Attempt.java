package dev.accepted.engine;

import dev.accepted.content.ContentUnavailable;
import dev.accepted.engine.logging.Printable;
import dev.accepted.job.InputFile;
import dev.accepted.job.Job;
import dev.accepted.job.JobContext;
import dev.accepted.job.JobId;
import dev.accepted.job.Progress;
import dev.accepted.job.TraceContext;
import dev.accepted.store.ClaimedJob;
import dev.accepted.store.ProgressUpdate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a job on this node: what its body sees, and what the engine wants to know of it
 * meanwhile.
 */
final class Attempt implements JobContext {

  private static final int MOST_CHECKPOINT = 100_000;
  private static final int MOST_MESSAGE = 1_000;
  private static final int MOST_UNIT = 40;

  private final ClaimedJob claimed;
  private final Clock clock;
  private final Outputs outputs;
  private final StopSignal stop;
  private final AttemptLog log;
  private final ProgressRecorder recorder;
  private final Runnable slot;
  private final AtomicBoolean over = new AtomicBoolean();
  private Progress progress = Progress.NONE;
  private Progress taken = Progress.NONE;
  private @Nullable String checkpoint;
  private boolean changed;
  private volatile Optional<InputFile> file = Optional.empty();

  Attempt(
      ClaimedJob claimed,
      Clock clock,
      Outputs outputs,
      StopSignal stop,
      ProgressRecorder recorder,
      Runnable slot) {
    this.claimed = claimed;
    this.clock = clock;
    this.outputs = outputs;
    this.stop = stop;
    this.recorder = recorder;
    this.slot = slot;
    this.checkpoint = claimed.checkpoint().orElse(null);
    this.log = new AttemptLog(claimed.job().state().attempt(), claimed.lastLogNumber());
  }

  /** The job as it was when the attempt began. */
  Job job() {
    return claimed.job();
  }

  /** The job with all the progress that its body has told. */
  synchronized Job latest(Instant now) {
    return progress.equals(Progress.NONE) ? job() : job().progressed(progress, now);
  }

  /** True for the first who says how it ended: its body, or who no longer waits for that. */
  boolean end() {
    return over.compareAndSet(false, true);
  }

  /** Gives its slot back. */
  Runnable slot() {
    return slot;
  }

  StopSignal stopSignal() {
    return stop;
  }

  Outputs outputs() {
    return outputs;
  }

  AttemptLog logLines() {
    return log;
  }

  /** Brings its input to this machine, before its body runs. */
  void fetchInput() throws ContentUnavailable {
    file = outputs.input();
  }

  /** True once it has run for longer than it may. */
  boolean isLate(Instant now) {
    Instant started = job().state().startedAt();
    return started != null && started.plus(job().options().timeout()).isBefore(now);
  }

  /** What it has said since it was last asked; empty if nothing. */
  synchronized Optional<ProgressUpdate> takeUpdate(Instant now) {
    var lines = log.take(now);
    if (!changed && lines.isEmpty()) {
      return Optional.empty();
    }
    changed = false;
    boolean further = !progress.equals(taken);
    taken = progress;
    return Optional.of(
        new ProgressUpdate(job().progressed(progress, now), checkpoint, lines, further));
  }

  @Override
  public JobId id() {
    return job().id();
  }

  @Override
  public String owner() {
    return job().owner();
  }

  @Override
  public int attempt() {
    return job().state().attempt();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Optional<InputFile> file() {
    return file;
  }

  @Override
  public Optional<TraceContext> trace() {
    return Optional.ofNullable(job().submission().trace());
  }

  @Override
  public void progress(Progress next) {
    stop.check();
    Progress current;
    synchronized (this) {
      current = clean(next.percent() < progress.percent() ? progress.saying(next.message()) : next);
      changed |= !current.equals(progress);
      progress = current;
    }
    recorder.said(job(), current);
  }

  private static Progress clean(Progress progress) {
    return new Progress(
        progress.done(),
        progress.total(),
        cut(progress.unit(), MOST_UNIT),
        cut(progress.message(), MOST_MESSAGE));
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null ? null : Printable.line(text, most);
  }

  @Override
  public void log(String line) {
    log.add(clock.instant(), line);
  }

  @Override
  public synchronized Optional<String> checkpoint() {
    return Optional.ofNullable(checkpoint);
  }

  @Override
  public synchronized void checkpoint(String state) {
    if (state.length() > MOST_CHECKPOINT) {
      throw new IllegalArgumentException("a checkpoint has at most 100,000 characters");
    }
    checkpoint = state;
    changed = true;
  }

  @Override
  public boolean stopping() {
    return stop.reason().isPresent();
  }

  @Override
  public void checkStopping() {
    stop.check();
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    stop.pause(duration);
  }

  @Override
  public void onStop(Runnable action) {
    stop.onStop(action);
  }

  @Override
  public Path workDirectory() throws IOException {
    return outputs.workDirectory();
  }

  @Override
  public OutputStream result(String mediaType, @Nullable String fileName) {
    return outputs.result(mediaType, fileName);
  }

  @Override
  public void result(String mediaType, @Nullable String fileName, Path made) throws IOException {
    try (OutputStream out = result(mediaType, fileName)) {
      Files.copy(made, out);
    }
    Files.delete(made);
  }

  @Override
  public OutputStream file(String name, String mediaType) {
    return outputs.file(name, mediaType);
  }

  @Override
  public void file(String name, String mediaType, Path made) throws IOException {
    try (OutputStream out = file(name, mediaType)) {
      Files.copy(made, out);
    }
    Files.delete(made);
  }
}
