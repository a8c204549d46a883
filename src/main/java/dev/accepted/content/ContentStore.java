package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder of all content.
 *
 * <pre>
 *   incoming/{uuid}                uploads that belong to no job yet
 *   work/{job}-{claim}/            the scratch folder of a running attempt
 *   jobs/{last two digits}/{job}/  input, {claim}-result, {claim}-file-{name}
 * </pre>
 *
 * The claim is in the names, so that an attempt that lost its job can't touch what its successor
 * left.
 */
public final class ContentStore {

  private static final String INPUT = "input";
  private static final int BUFFER = 1 << 16;
  private static final int SHARD_DIGITS = 2;

  private final Path incoming;
  private final Path work;
  private final Path jobs;

  /** Makes the folders, and clears the work folder: no attempt outlives its server. */
  public ContentStore(Path root) throws IOException {
    incoming = root.resolve("incoming");
    work = root.resolve("work");
    jobs = root.resolve("jobs");
    DurableFiles.deleteTree(work);
    for (Path folder : new Path[] {incoming, work, jobs}) {
      Files.createDirectories(folder);
    }
  }

  /**
   * Takes an upload to disk as it comes.
   *
   * @param limit in bytes
   * @throws TooLarge if there are more; nothing is left behind then
   */
  public StagedFile stage(InputStream body, String mediaType, @Nullable String fileName, long limit)
      throws IOException, TooLarge {
    Path path = incoming.resolve(UUID.randomUUID().toString());
    boolean done = false;
    try (Digested out = new Digested(Files.newOutputStream(path))) {
      copy(body, out, limit);
      ContentInfo info =
          new ContentInfo(INPUT, mediaType, out.length(), fileName, out.sha256Base64());
      done = true;
      return new StagedFile(info, path);
    } finally {
      if (!done) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static void copy(InputStream body, Digested out, long limit)
      throws IOException, TooLarge {
    byte[] buffer = new byte[BUFFER];
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      if (out.length() + count > limit) {
        throw new TooLarge(limit);
      }
      out.write(buffer, 0, count);
    }
  }

  /** Makes a staged file the input of a job. */
  public void adopt(StagedFile staged, JobId job) throws IOException {
    DurableFiles.publish(staged.path(), folder(job), INPUT);
  }

  /** Where a job's input lies. */
  public Path input(JobId job) {
    return folder(job).resolve(INPUT);
  }

  /** The scratch folder of an attempt; made if it isn't there. */
  public Path workDirectory(JobId job, long claim) throws IOException {
    return Files.createDirectories(work.resolve(job + "-" + claim));
  }

  /** A writer for an attempt's result ({@code name} is {@code result}) or one of its files. */
  public ContentWriter writer(
      JobId job, long claim, String name, String mediaType, @Nullable String fileName, int small) {
    Path spill = work.resolve("%s-%d.%s".formatted(job, claim, name));
    return new ContentWriter(name, mediaType, fileName, spill, small);
  }

  /** Puts what was written in its place, unless it is small; the writer is closed. */
  public ContentInfo keep(JobId job, long claim, ContentWriter writer) throws IOException {
    ContentInfo info =
        writer.info().orElseThrow(() -> new IOException("the stream was not closed"));
    if (writer.bytes().isEmpty()) {
      DurableFiles.publish(writer.spilled(), folder(job), keptName(claim, info.name()));
    }
    return info;
  }

  /** Where a kept result or file lies. */
  public Path path(JobId job, long claim, String name) {
    return folder(job).resolve(keptName(claim, name));
  }

  private static String keptName(long claim, String name) {
    return claim + "-" + name;
  }

  /** Clears up after an attempt: its scratch folder and what it wrote but didn't keep. */
  public void endAttempt(JobId job, long claim) throws IOException {
    DurableFiles.deleteTree(work.resolve(job + "-" + claim));
    try (DirectoryStream<Path> spilled =
        Files.newDirectoryStream(work, "%s-%d.*".formatted(job, claim))) {
      for (Path file : spilled) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Drops all of a job's content. */
  public void remove(JobId job) throws IOException {
    DurableFiles.deleteTree(folder(job));
  }

  /**
   * Drops what no job claims: uploads that were never submitted, folders of jobs that were never
   * stored or are gone.
   *
   * @param before only what was last changed before this
   * @return how many folders and files were dropped
   */
  public int sweep(Instant before, Predicate<JobId> known) throws IOException {
    int dropped = 0;
    try (DirectoryStream<Path> uploads = Files.newDirectoryStream(incoming)) {
      for (Path upload : uploads) {
        dropped += isOlder(upload, before) && Files.deleteIfExists(upload) ? 1 : 0;
      }
    }
    try (DirectoryStream<Path> shards = Files.newDirectoryStream(jobs)) {
      for (Path shard : shards) {
        dropped += sweepShard(shard, before, known);
      }
    }
    return dropped;
  }

  private static int sweepShard(Path shard, Instant before, Predicate<JobId> known)
      throws IOException {
    int dropped = 0;
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(shard)) {
      for (Path folder : folders) {
        boolean orphan =
            isOlder(folder, before)
                && JobId.parse(folder.getFileName().toString()).filter(known).isEmpty();
        if (orphan) {
          DurableFiles.deleteTree(folder);
          dropped++;
        }
      }
    }
    return dropped;
  }

  private static boolean isOlder(Path path, Instant before) throws IOException {
    return Files.getLastModifiedTime(path).toInstant().isBefore(before);
  }

  private Path folder(JobId job) {
    String id = job.toString();
    return jobs.resolve(id.substring(id.length() - SHARD_DIGITS)).resolve(id);
  }
}
