package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Content in a folder, which several nodes may share. Work in progress lies in the same folder:
 * what is complete is renamed into its place, and that is one step only within a file system.
 */
public final class FolderContent implements ContentStore {

  private final Path root;
  private final Path jobs;
  private final WorkArea work;
  private final UploadArea uploads;

  /**
   * Makes what is missing of the folder.
   *
   * @param node different at each start of each node
   * @param alone true if no other node uses the folder
   */
  public FolderContent(Path root, String node, boolean alone) throws IOException {
    this.root = root;
    this.jobs = Files.createDirectories(root.resolve(Keys.JOBS));
    this.work = new WorkArea(root, node, alone);
    this.uploads = new UploadArea(root);
  }

  @Override
  public WorkArea work() {
    return work;
  }

  @Override
  public Optional<UploadArea> uploads() {
    return Optional.of(uploads);
  }

  @Override
  public void adopt(StagedFile staged, JobId job) throws ContentUnavailable {
    if (staged.lasting()) {
      link(staged.path(), Keys.input(job));
    } else {
      publish(staged.path(), Keys.input(job));
    }
  }

  private void link(Path complete, String key) throws ContentUnavailable {
    try {
      DurableFiles.link(complete, root.resolve(key));
    } catch (IOException e) {
      throw new ContentUnavailable(key + " can't be put in its place", e);
    }
  }

  @Override
  public Path input(JobId job, long claim, ContentInfo info) {
    return root.resolve(Keys.input(job));
  }

  @Override
  public Content upload(JobId job, ContentInfo info) {
    return new Content.InFile(info, root.resolve(Keys.input(job)));
  }

  @Override
  public ContentInfo keep(JobId job, long claim, ContentWriter writer) throws ContentUnavailable {
    ContentInfo info = writer.written();
    if (writer.bytes().isEmpty()) {
      publish(writer.spilled(), Keys.kept(job, claim, info.name()));
    }
    return info;
  }

  private void publish(Path complete, String key) throws ContentUnavailable {
    try {
      DurableFiles.publish(complete, root.resolve(key));
    } catch (IOException e) {
      throw new ContentUnavailable(key + " can't be put in its place", e);
    }
  }

  @Override
  public Content kept(JobId job, long claim, String name, ContentInfo info) {
    return new Content.InFile(info, root.resolve(Keys.kept(job, claim, name)));
  }

  @Override
  public void remove(JobId job) throws IOException {
    DurableFiles.deleteTree(root.resolve(Keys.folder(job)));
  }

  @Override
  public void expire(Collection<JobId> expired) throws IOException {
    for (JobId job : expired) {
      remove(job);
    }
  }

  @Override
  public int sweep(Instant now, Duration grace, Predicate<JobId> known) throws IOException {
    Instant before = now.minus(grace);
    int dropped = work.sweep(now, before);
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
            DurableFiles.isOlder(folder, before)
                && JobId.parse(folder.getFileName().toString()).filter(known).isEmpty();
        if (orphan) {
          DurableFiles.deleteTree(folder);
          dropped++;
        }
      }
    }
    return dropped;
  }

  @Override
  public void close() throws IOException {
    work.close();
  }
}
