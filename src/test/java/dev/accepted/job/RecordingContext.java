package dev.accepted.job;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A {@link JobContext} for tests: one attempt, in a folder of its own, that remembers all it was
 * told. It holds a body to the contract: a second result, a bad file name or an overlong checkpoint
 * is an error here too.
 */
public final class RecordingContext implements JobContext {

  /** Whose job it is. */
  public static final String OWNER = "tester";

  private static final int MAX_LINE = 4_000;
  private static final int MAX_CHECKPOINT = 100_000;

  private final Path folder;
  private JobId id = new JobId(new UUID(0x0193_33c2_0000_7000L, 0x8000_0000_0000_0001L));
  private final SettableClock clock = new SettableClock();
  private final List<Progress> progress = new CopyOnWriteArrayList<>();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final List<String> checkpoints = new CopyOnWriteArrayList<>();
  private final Map<String, RecordedContent> contents = new ConcurrentHashMap<>();
  private final StopSignal stop = new StopSignal();

  private int attempt = 1;
  private Optional<InputFile> file = Optional.empty();
  private Instant stopAt = Instant.MAX;
  private boolean resultOpened;

  /**
   * A first attempt without a file.
   *
   * @param folder usually JUnit's {@code @TempDir}
   */
  public RecordingContext(Path folder) {
    this.folder = folder;
  }

  /** Makes it an attempt of that job. */
  public RecordingContext of(JobId job) {
    id = job;
    return this;
  }

  /** Makes it that attempt. */
  public RecordingContext attempt(int newAttempt) {
    attempt = newAttempt;
    return this;
  }

  /** Hands the body that file, by the name it has on disk. */
  public RecordingContext with(Path input, String mediaType) {
    file = Optional.of(inputFile(input, mediaType));
    return this;
  }

  /** Leaves word as an earlier attempt would have. */
  public RecordingContext resumingFrom(String state) {
    checkpoints.add(state);
    return this;
  }

  /** Tells the body to stop once its pauses have brought the clock to that moment. */
  public RecordingContext stopAt(Instant moment) {
    stopAt = moment;
    return this;
  }

  /** Tells the body to stop, now; what it gave to {@link #onStop} runs on threads of its own. */
  public void stop() {
    stop.give();
  }

  /** A file as the engine would hand it over, with its true length and digest. */
  public static InputFile inputFile(Path input, String mediaType) {
    String fileName = String.valueOf(input.getFileName());
    return new InputFile(RecordedContent.of("input", mediaType, fileName, input).info(), input);
  }

  /** What the body said of its progress, in order. */
  public List<Progress> progress() {
    return List.copyOf(progress);
  }

  /** The log's lines, in order. */
  public List<String> log() {
    return List.copyOf(log);
  }

  /** The pauses the body asked for, in order. */
  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  /** The words it left, oldest first. */
  public List<String> checkpoints() {
    return List.copyOf(checkpoints);
  }

  /** The closed result. */
  public RecordedContent result() {
    return content("result");
  }

  /** True once there is a closed result. */
  public boolean hasResult() {
    return contents.containsKey("result");
  }

  /** The closed result, or file, of that name. */
  public RecordedContent content(String name) {
    RecordedContent content = contents.get(name);
    if (content == null) {
      throw new AssertionError("the body left no " + name + ", only " + contents.keySet());
    }
    return content;
  }

  /** The names of the files beside the result. */
  public List<String> fileNames() {
    return contents.keySet().stream().filter(name -> !name.equals("result")).sorted().toList();
  }

  @Override
  public JobId id() {
    return id;
  }

  @Override
  public String owner() {
    return OWNER;
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Override
  public Optional<InputFile> file() {
    return file;
  }

  @Override
  public Optional<TraceContext> trace() {
    return Optional.empty();
  }

  @Override
  public void progress(Progress newProgress) {
    checkStopping();
    progress.add(newProgress);
  }

  @Override
  public void log(String line) {
    String clean = line.replaceAll("\\p{Cntrl}", " ");
    log.add(clean.substring(0, Math.min(clean.length(), MAX_LINE)));
  }

  @Override
  public Optional<String> checkpoint() {
    return checkpoints.isEmpty()
        ? Optional.empty()
        : Optional.of(checkpoints.get(checkpoints.size() - 1));
  }

  @Override
  public void checkpoint(String state) {
    if (state.length() > MAX_CHECKPOINT) {
      throw new IllegalArgumentException("a checkpoint of " + state.length() + " characters");
    }
    checkpoints.add(state);
  }

  @Override
  public boolean stopping() {
    return stop.given();
  }

  @Override
  public void checkStopping() {
    if (stopping()) {
      throw new JobStopped();
    }
  }

  @Override
  public void pause(Duration duration) {
    checkStopping();
    pauses.add(duration);
    Instant end = clock.instant().plus(duration);
    if (end.isBefore(stopAt)) {
      clock.set(end);
    } else {
      clock.set(stopAt);
      stop();
    }
    checkStopping();
  }

  @Override
  public void onStop(Runnable action) {
    stop.whenGiven(action);
  }

  @Override
  public Path workDirectory() throws IOException {
    return Files.createDirectories(folder.resolve("work"));
  }

  @Override
  public OutputStream result(String mediaType, @Nullable String fileName) throws IOException {
    openResult();
    return recording("result", mediaType, fileName);
  }

  @Override
  public void result(String mediaType, @Nullable String fileName, Path made) throws IOException {
    openResult();
    move("result", mediaType, fileName, made);
  }

  @Override
  public OutputStream file(String name, String mediaType) throws IOException {
    checkName(name);
    return recording(name, mediaType, name);
  }

  @Override
  public void file(String name, String mediaType, Path made) throws IOException {
    checkName(name);
    move(name, mediaType, name, made);
  }

  private void openResult() {
    if (resultOpened) {
      throw new IllegalStateException("an attempt has one result");
    }
    resultOpened = true;
  }

  private void checkName(String name) {
    if (!name.matches("[A-Za-z0-9._-]+") || contents.containsKey(name)) {
      throw new IllegalArgumentException("not a new file's name: " + name);
    }
  }

  private void move(String name, String mediaType, @Nullable String fileName, Path made)
      throws IOException {
    if (!made.normalize().startsWith(workDirectory())) {
      throw new IllegalArgumentException("not made in the work directory: " + made);
    }
    Path target = Files.move(made, contentPath(name));
    contents.put(name, RecordedContent.of(name, mediaType, fileName, target));
  }

  private OutputStream recording(String name, String mediaType, @Nullable String fileName)
      throws IOException {
    Path target = contentPath(name);
    return new FilterOutputStream(Files.newOutputStream(target)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        super.close();
        contents.put(name, RecordedContent.of(name, mediaType, fileName, target));
      }
    };
  }

  private Path contentPath(String name) throws IOException {
    return Files.createDirectories(folder.resolve("content")).resolve(name);
  }
}
