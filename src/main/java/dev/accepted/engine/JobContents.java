package dev.accepted.engine;

import dev.accepted.content.Content;
import dev.accepted.content.ContentUnavailable;
import dev.accepted.content.StagedFile;
import dev.accepted.content.TooLarge;
import dev.accepted.engine.answers.ContentGone;
import dev.accepted.engine.intake.Refusal;
import dev.accepted.engine.threads.BatchExecutor;
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
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What jobs take in and leave behind: uploads, results, and the files beside them. */
public final class JobContents {

  private static final Logger LOG = System.getLogger(JobContents.class.getName());
  private static final String RESULT = "result";

  /** Of the threads that jobs run on, too. */
  private static final int MOST_READERS = 8;

  private final Core core;
  private final JobService jobs;
  private final Executor readers;

  JobContents(Core core, JobService jobs) {
    this.core = core;
    this.jobs = jobs;
    this.readers = new BatchExecutor(core.executor(), MOST_READERS);
  }

  /** Where is read on what was opened, for clients that take it bit by bit. */
  public Executor readers() {
    return readers;
  }

  /**
   * The job's parameters, as the JSON text that was submitted.
   *
   * @throws ContentGone if the job has expired or was removed meanwhile
   */
  public String parameters(Job job) {
    return core.read(session -> JobQueries.input(session, job.id())).orElseThrow(() -> gone(job));
  }

  /** The file that came with the job's submission, if there was one. */
  public Optional<Content> upload(Job job) {
    return Optional.ofNullable(job.submission().file())
        .map(info -> core.contents().upload(job.id(), info));
  }

  private ContentGone gone(Job job) {
    return new ContentGone(jobs.withoutJob(new Owners.Only(job.owner()), job.id()));
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
   * The files that say the same as the job's result in other media types, in the order in which its
   * type names them.
   */
  public List<Content> alternatives(Job job) {
    List<String> names =
        core.types()
            .named(job.type())
            .map(type -> type.definition().alternatives())
            .orElse(List.of());
    if (names.isEmpty()) {
      return List.of();
    }
    List<ContentInfo> files = files(job);
    return names.stream()
        .flatMap(name -> files.stream().filter(info -> info.name().equals(name)))
        .map(info -> Outputs.kept(core.contents(), job, info))
        .toList();
  }

  /**
   * Opens a part of an upload, a result or a file of a job; the caller closes. What has been opened
   * can be read to its end, whatever becomes of the job.
   *
   * @throws ContentGone if the job has expired or was removed meanwhile
   * @throws Refusal.StoreDown if it can't be had now
   */
  public InputStream open(Job job, Content content, long offset, long length) {
    try {
      return content.open(offset, length);
    } catch (IOException down) {
      if (core.read(session -> JobQueries.find(session, job.id())).isEmpty()) {
        throw gone(job);
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
