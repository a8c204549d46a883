package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is not complete, on its way into the store.
 *
 * <pre>
 *   incoming/{uuid}             uploads that belong to no job yet
 *   work/{node}/{job}-{claim}/  the scratch folder of a running attempt
 *   work/{node}/{job}-{claim}.{name}  what it writes, or the input that was fetched for it
 * </pre>
 *
 * Several nodes may share the folder. Each writes to its own part of it only, and shows by the time
 * of that part's last change that it is alive.
 */
public final class WorkArea {

  private static final int BUFFER = 1 << 16;

  private final Path incoming;
  private final Path all;
  private final Path own;

  /**
   * Makes the folders.
   *
   * @param node different at each start of each node; the name of a folder
   * @param alone true if no other node uses the folder: then whatever lies there is of an earlier
   *     start of this one, and is dropped
   */
  WorkArea(Path root, String node, boolean alone) throws IOException {
    incoming = root.resolve("incoming");
    all = root.resolve("work");
    own = all.resolve(node);
    if (alone) {
      DurableFiles.deleteTree(all);
    }
    Files.createDirectories(incoming);
    Files.createDirectories(own);
  }

  /**
   * Takes an upload to disk as it comes.
   *
   * @param limit in bytes
   * @throws TooLarge if there are more; nothing is left behind then
   * @throws ContentUnavailable if the disk won't take it
   * @throws IOException if the body breaks off
   */
  public StagedFile stage(InputStream body, String mediaType, @Nullable String fileName, long limit)
      throws IOException, TooLarge {
    Path path = incoming.resolve(UUID.randomUUID().toString());
    boolean done = false;
    try (Digested out = new Digested(create(path))) {
      copy(body, out, limit);
      ContentInfo info =
          new ContentInfo(Keys.INPUT, mediaType, out.length(), fileName, out.sha256Base64());
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
      write(out, buffer, count);
    }
  }

  /** Told apart from the body's failures, which are its sender's. */
  private static void write(OutputStream out, byte[] bytes, int count) throws ContentUnavailable {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new ContentUnavailable("an upload can't be written", e);
    }
  }

  private static OutputStream create(Path path) throws ContentUnavailable {
    try {
      return Files.newOutputStream(path);
    } catch (IOException e) {
      throw new ContentUnavailable("no upload can be written", e);
    }
  }

  /** The scratch folder of an attempt; made if it isn't there. */
  public Path directory(JobId job, long claim) throws IOException {
    return DurableFiles.makeFolder(DurableFiles.makeFolder(own).resolve(job + "-" + claim));
  }

  /** A writer for an attempt's result ({@code name} is {@code result}) or one of its files. */
  public ContentWriter writer(
      JobId job, long claim, String name, String mediaType, @Nullable String fileName, int small) {
    return new ContentWriter(name, mediaType, fileName, file(job, claim, name), small);
  }

  /** Where an input is to lie that has to be fetched; the folder is there. */
  Path input(JobId job, long claim) throws IOException {
    DurableFiles.makeFolder(own);
    return file(job, claim, Keys.INPUT);
  }

  private Path file(JobId job, long claim, String name) {
    return own.resolve("%s-%d.%s".formatted(job, claim, name));
  }

  /** Clears up after an attempt: its scratch folder and what it wrote but didn't keep. */
  public void endAttempt(JobId job, long claim) throws IOException {
    DurableFiles.deleteTree(own.resolve(job + "-" + claim));
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(own, "%s-%d.*".formatted(job, claim))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException swept) {
      // Taken for dead and cleared by another node, which a long pause can bring about.
      return;
    }
  }

  /** Drops uploads and work of nodes that are older; shows that this node is alive. */
  int sweep(Instant now, Instant before) throws IOException {
    Files.setLastModifiedTime(DurableFiles.makeFolder(own), FileTime.from(now));
    int dropped = 0;
    try (DirectoryStream<Path> uploads = Files.newDirectoryStream(incoming)) {
      for (Path upload : uploads) {
        dropped += DurableFiles.isOlder(upload, before) && Files.deleteIfExists(upload) ? 1 : 0;
      }
    }
    try (DirectoryStream<Path> nodes = Files.newDirectoryStream(all)) {
      for (Path node : nodes) {
        if (!node.equals(own) && DurableFiles.isOlder(node, before)) {
          DurableFiles.deleteTree(node);
          dropped++;
        }
      }
    }
    return dropped;
  }

  /** Drops what this node has here. */
  void close() throws IOException {
    DurableFiles.deleteTree(own);
  }
}
