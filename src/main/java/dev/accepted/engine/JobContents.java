package dev.accepted.engine;

import dev.accepted.content.Content;
import dev.accepted.content.ContentUnavailable;
import dev.accepted.content.StagedFile;
import dev.accepted.content.TooLarge;
import dev.accepted.engine.answers.ContentGone;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.job.ContentInfo;
import dev.accepted.job.Job;
import dev.accepted.job.Owners;
import dev.accepted.store.JobQueries;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What jobs take in and leave behind: uploads, results, and the files beside them. */
public final class JobContents {

  private static final Logger LOG = System.getLogger(JobContents.class.getName());
  private static final String RESULT = "result";

  private final Core core;
  private final JobService jobs;

  JobContents(Core core, JobService jobs) {
    this.core = core;
    this.jobs = jobs;
  }

  /** What lies beside a job's result, by name. */
  public List<ContentInfo> files(Job job) {
    return core.read(session -> JobQueries.files(session, job.id()));
  }

  /** The job's result, if it has one. */
  public Optional<Content> result(Job job) {
    ContentInfo info = job.state().result();
    if (info == null) {
      return Optional.empty();
    }
    Optional<byte[]> small = core.read(session -> JobQueries.smallResult(session, job.id()));
    return Optional.of(
        small
            .<Content>map(bytes -> new Content.InMemory(info, bytes))
            .orElseGet(() -> Outputs.kept(core.contents(), job, info)));
  }

  /** A file beside the job's result, if there is one of that name. */
  public Optional<Content> file(Job job, String name) {
    return files(job).stream()
        .filter(info -> info.name().equals(name) && !name.equals(RESULT))
        .findFirst()
        .map(info -> Outputs.kept(core.contents(), job, info));
  }

  /**
   * Opens a part of a result or a file of a job; the caller closes. What has been opened can be
   * read to its end, whatever becomes of the job.
   *
   * @throws ContentGone if the job has expired or was removed meanwhile
   * @throws Refusal.StoreDown if it can't be had now
   */
  public InputStream open(Job job, Content content, long offset, long length) {
    try {
      return content.open(offset, length);
    } catch (IOException down) {
      if (core.read(session -> JobQueries.find(session, job.id())).isEmpty()) {
        throw new ContentGone(jobs.withoutJob(new Owners.Only(job.owner()), job.id()));
      }
      LOG.log(Level.WARNING, "Content could not be opened: " + content.info(), down);
      throw new Refusal.StoreDown();
    }
  }

  /**
   * Takes an upload to disk, before it is submitted; the caller closes it.
   *
   * @param limit in bytes
   * @throws TooLarge if there are more
   * @throws IOException if the body breaks off
   * @throws Refusal.StoreDown if the disk won't take it
   */
  public StagedFile stage(InputStream body, String mediaType, @Nullable String fileName, long limit)
      throws IOException, TooLarge {
    try {
      return core.contents().work().stage(body, mediaType, fileName, limit);
    } catch (ContentUnavailable down) {
      LOG.log(Level.WARNING, "An upload could not be taken in", down);
      throw new Refusal.StoreDown();
    }
  }
}
