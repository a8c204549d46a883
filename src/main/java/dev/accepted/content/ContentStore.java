package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where inputs and results are kept, for every node to read. What is kept is complete, and never
 * changes: {@code jobs/{last two digits}/{job}/} has {@code input}, {@code {claim}-result} and
 * {@code {claim}-file-{name}}. The claim is in the names, so that an attempt that lost its job
 * can't touch what its successor left.
 *
 * <p>Bytes on their way in lie in this node's {@link WorkArea}. A store that is out of order says
 * {@link ContentUnavailable}, and works again once the folder or the server behind it does.
 */
public sealed interface ContentStore extends AutoCloseable permits FolderContent, S3Content {

  /** This node's own place, for what is not complete. */
  WorkArea work();

  /**
   * Where uploads lie that may take several requests; empty if this node's folder is no place for
   * them, since the next of the requests may be another node's, which does not see it.
   */
  Optional<UploadArea> uploads();

  /**
   * Makes a staged file the input of a job; it is closed by the caller in any case. One that lasts
   * stays where it is, too, so that it is lost to nobody should the job not be stored.
   */
  void adopt(StagedFile staged, JobId job) throws ContentUnavailable;

  /**
   * A job's input as a file on this machine, never to be written to. May take as long as fetching
   * it does; an interrupt ends that. What was fetched goes with the attempt's work.
   */
  Path input(JobId job, long claim, ContentInfo info) throws ContentUnavailable;

  /** The same for whoever reads it where it is kept, a part of it maybe. */
  Content upload(JobId job, ContentInfo info);

  /** Keeps what was written, unless it is small; the writer is closed. */
  ContentInfo keep(JobId job, long claim, ContentWriter writer) throws ContentUnavailable;

  /**
   * A kept result or file.
   *
   * @param name the writer's
   */
  Content kept(JobId job, long claim, String name, ContentInfo info);

  /** Drops all of a job's content. */
  void remove(JobId job) throws IOException;

  /** Drops the content of jobs that have expired: now, or at the next {@link #sweep}. */
  void expire(Collection<JobId> jobs) throws IOException;

  /**
   * Drops what no job claims: content of jobs that were never stored or are gone, uploads that were
   * never submitted, work of nodes that don't sweep any more. To be called more often than {@code
   * grace} says, also to show that this node is alive.
   *
   * @param grace only what was last changed longer ago than this
   * @return how many files, or folders of them, were dropped
   */
  int sweep(Instant now, Duration grace, Predicate<JobId> known) throws IOException;

  /** Drops this node's work. */
  @Override
  void close() throws IOException;
}
