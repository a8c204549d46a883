package dev.accepted.engine;

import dev.accepted.content.Content;
import dev.accepted.content.ContentStore;
import dev.accepted.content.ContentUnavailable;
import dev.accepted.content.ContentWriter;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.InputFile;
import dev.accepted.job.Job;
import dev.accepted.store.FinishedWork;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one attempt has on disk: its input, its result, the files beside it, its scratch folder. */
final class Outputs {

  private static final String RESULT = "result";
  private static final String FILE_PREFIX = "file-";
  private static final int MOST_FILES = 100;
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

  private final ContentStore contents;
  private final Job job;
  private final long mostBytes;
  private final Map<String, ContentWriter> writers = new LinkedHashMap<>();
  private boolean touchedDisk;

  /**
   * Nothing is there yet.
   *
   * @param mostBytes of the result, and of each file
   */
  Outputs(ContentStore contents, Job job, long mostBytes) {
    this.contents = contents;
    this.job = job;
    this.mostBytes = mostBytes;
  }

  /** Brings the input to this machine, if there is one. */
  Optional<InputFile> input() throws ContentUnavailable {
    ContentInfo info = job.submission().file();
    if (info == null) {
      return Optional.empty();
    }
    synchronized (this) {
      touchedDisk = true;
    }
    return Optional.of(new InputFile(info, contents.input(job.id(), job.state().claim(), info)));
  }

  synchronized OutputStream result(String mediaType, @Nullable String fileName) {
    return open(RESULT, mediaType, fileName, FinishedWork.SMALL);
  }

  synchronized OutputStream file(String name, String mediaType) {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a name for a file: " + name);
    }
    return open(FILE_PREFIX + name, mediaType, name, 0);
  }

  private OutputStream open(String name, String mediaType, @Nullable String fileName, int small) {
    if (writers.containsKey(name)) {
      throw new IllegalStateException("an attempt writes " + name + " once");
    }
    if (writers.size() > MOST_FILES) {
      throw new IllegalStateException("an attempt leaves at most " + MOST_FILES + " files");
    }
    ContentWriter writer =
        contents.work().writer(job.id(), job.state().claim(), name, mediaType, fileName, small);
    writers.put(name, writer);
    return new BoundedOutput(writer, mostBytes);
  }

  synchronized Path workDirectory() throws IOException {
    touchedDisk = true;
    return contents.work().directory(job.id(), job.state().claim());
  }

  /** Puts all of it in its place, for good. */
  synchronized FinishedWork keep() throws ContentUnavailable {
    ContentInfo result = null;
    byte[] small = null;
    List<ContentInfo> files = new ArrayList<>();
    for (ContentWriter writer : writers.values()) {
      ContentInfo info = contents.keep(job.id(), job.state().claim(), writer);
      if (info.name().equals(RESULT)) {
        result = info;
        small = writer.bytes().orElse(null);
      } else {
        files.add(named(info, info.name().substring(FILE_PREFIX.length())));
      }
    }
    return new FinishedWork(result, small, files, List.of());
  }

  private static ContentInfo named(ContentInfo info, String name) {
    return new ContentInfo(name, info.mediaType(), info.length(), name, info.sha256());
  }

  /** A kept result or file. */
  static Content kept(ContentStore contents, Job job, ContentInfo info) {
    String name = info.name().equals(RESULT) ? RESULT : FILE_PREFIX + info.name();
    return contents.kept(job.id(), job.state().claim(), name, info);
  }

  /** Whether there is anything to clear up. */
  synchronized boolean isOnDisk() {
    return touchedDisk || writers.values().stream().anyMatch(writer -> !writer.inMemory());
  }

  /** Clears up what wasn't kept. */
  synchronized void close() throws IOException {
    if (isOnDisk()) {
      for (ContentWriter writer : writers.values()) {
        writer.close();
      }
      contents.work().endAttempt(job.id(), job.state().claim());
    }
  }
}
