package dev.accepted.content;

import dev.accepted.config.S3Bucket;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobId;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Content in a bucket of an S3-compatible store. Work in progress lies in a folder of this machine;
 * what is complete is uploaded in one piece, before any row names it.
 */
public final class S3Content implements ContentStore {

  private static final int BUFFER = 1 << 16;

  private final Bucket bucket;
  private final WorkArea work;
  private final Optional<UploadArea> uploads;

  /**
   * Makes what is missing of the folder; asks nothing of the bucket yet.
   *
   * @param node different at each start of each node
   * @param alone true if no other node uses the folder
   */
  public S3Content(S3Bucket settings, Path folder, String node, boolean alone) throws IOException {
    work = new WorkArea(folder, node, alone);
    uploads = alone ? Optional.of(new UploadArea(folder)) : Optional.empty();
    bucket = new Bucket(S3Connection.open(settings), settings);
  }

  @Override
  public WorkArea work() {
    return work;
  }

  @Override
  public Optional<UploadArea> uploads() {
    return uploads;
  }

  @Override
  public void adopt(StagedFile staged, JobId job) throws ContentUnavailable {
    put(Keys.input(job), staged.path(), staged.info());
  }

  @Override
  public Path input(JobId job, long claim, ContentInfo info) throws ContentUnavailable {
    try (InputStream in = source(Keys.input(job), info).open(0, info.length())) {
      return copy(in, work.input(job, claim));
    } catch (IOException e) {
      throw new ContentUnavailable("the input of job " + job + " can't be fetched", e);
    }
  }

  /** An interrupt tells an attempt to stop. */
  private static Path copy(InputStream in, Path path) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException();
        }
        out.write(buffer, 0, count);
      }
    }
    return path;
  }

  @Override
  public Content upload(JobId job, ContentInfo info) {
    return source(Keys.input(job), info);
  }

  @Override
  public ContentInfo keep(JobId job, long claim, ContentWriter writer) throws ContentUnavailable {
    ContentInfo info = writer.written();
    if (writer.bytes().isEmpty()) {
      put(Keys.kept(job, claim, info.name()), writer.spilled(), info);
    }
    return info;
  }

  private void put(String key, Path file, ContentInfo info) throws ContentUnavailable {
    bucket.put(key, file, info.mediaType(), info.length(), info.sha256());
  }

  @Override
  public Content kept(JobId job, long claim, String name, ContentInfo info) {
    return source(Keys.kept(job, claim, name), info);
  }

  private Content source(String key, ContentInfo info) {
    return new Content.InStore(info, (offset, length) -> bucket.get(key, offset, length));
  }

  @Override
  public void remove(JobId job) throws IOException {
    bucket.deleteAll(Keys.folder(job));
  }

  /**
   * Leaves it all to the next {@link #sweep}, which lists a thousand keys at a time: a question for
   * each job that expires, most of them without content, would take longer than jobs take to come.
   */
  @Override
  public void expire(Collection<JobId> jobs) {}

  @Override
  public int sweep(Instant now, Duration grace, Predicate<JobId> known) throws IOException {
    Instant before = now.minus(grace);
    int dropped = work.sweep(now, before);
    Orphans orphans = new Orphans(before, known);
    Bucket.Pages pages = bucket.list(Keys.JOBS);
    while (pages.hasNext()) {
      List<String> keys = new ArrayList<>();
      for (S3Object object : pages.next()) {
        if (orphans.contain(bucket.withoutPrefix(object), object.lastModified())) {
          keys.add(object.key());
        }
      }
      bucket.delete(keys);
      dropped += keys.size();
    }
    return dropped;
  }

  /** Which keys no job claims. Those of a job follow one another, so each is looked up once. */
  private static final class Orphans {

    private final Instant before;
    private final Predicate<JobId> known;
    private Optional<JobId> last = Optional.empty();
    private boolean lastKnown;

    Orphans(Instant before, Predicate<JobId> known) {
      this.before = before;
      this.known = known;
    }

    /** What doesn't look like a key of ours is somebody else's. */
    boolean contain(String key, Instant modified) {
      Optional<JobId> job = Keys.job(key).filter(id -> modified.isBefore(before));
      if (job.isEmpty()) {
        return false;
      }
      if (!job.equals(last)) {
        last = job;
        lastKnown = known.test(job.get());
      }
      return !lastKnown;
    }
  }

  @Override
  public void close() throws IOException {
    bucket.close();
    work.close();
  }
}
