package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Uploads that come in by several requests: {@code uploads/{upload}-{number}} of the content
 * folder. How much of a file counts is said elsewhere; it may have more, which whoever goes on cuts
 * off. All nodes that share the folder see them, and no two may have the same file open: one that
 * may be open on another node is copied, and the copy, with another number, goes on.
 */
public final class UploadArea {

  private static final int BUFFER = 1 << 17;

  private final Path folder;

  /** Makes the folder. */
  UploadArea(Path root) throws IOException {
    folder = Files.createDirectories(root.resolve("uploads"));
  }

  /** Some of what counts is not there any more. */
  public static final class Lost extends IOException {

    private static final long serialVersionUID = 1L;

    private Lost(String what) {
      super(what);
    }
  }

  /**
   * Opens a file to go on at that place; what it has beyond is cut off.
   *
   * @param place in bytes; at 0, the file is made
   * @throws Lost if it is shorter
   * @throws ContentUnavailable if the folder can't be used now
   */
  public UploadFile open(UUID upload, long number, long place) throws IOException {
    Path path = path(upload, number);
    boolean made = false;
    try {
      if (place == 0 && !Files.exists(path)) {
        Files.createFile(path);
        DurableFiles.sync(folder);
      }
      FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
      try {
        checkLength(path, channel.size(), place);
        channel.truncate(place).position(place);
        made = true;
        return new UploadFile(channel);
      } finally {
        if (!made) {
          channel.close();
        }
      }
    } catch (NoSuchFileException gone) {
      throw missing(path, gone);
    } catch (Lost lost) {
      throw lost;
    } catch (IOException e) {
      throw new ContentUnavailable("an upload can't be opened", e);
    }
  }

  /** What a shared folder that is not mounted lacks may be there again tomorrow. */
  private IOException missing(Path path, NoSuchFileException gone) {
    return Files.isDirectory(folder)
        ? new Lost(path.getFileName() + " is gone")
        : new ContentUnavailable("the folder of uploads is away", gone);
  }

  private static void checkLength(Path path, long length, long least) throws Lost {
    if (length < least) {
      throw new Lost("%s has %d bytes of %d".formatted(path.getFileName(), length, least));
    }
  }

  /**
   * Copies what counts into a file of another number.
   *
   * @param length how much that is, in bytes
   * @throws Lost if there is less
   * @throws ContentUnavailable if the folder can't be used now
   */
  public void copy(UUID upload, long from, long to, long length) throws IOException {
    Path path = path(upload, from);
    try (InputStream in = Files.newInputStream(path);
        OutputStream out = Files.newOutputStream(path(upload, to))) {
      checkLength(path, Files.size(path), length);
      read(in, length, out::write);
    } catch (NoSuchFileException gone) {
      if (length > 0) {
        throw missing(path, gone);
      }
    } catch (Lost lost) {
      throw lost;
    } catch (IOException e) {
      throw new ContentUnavailable("an upload can't be copied", e);
    }
  }

  /** Takes what is read. */
  @FunctionalInterface
  private interface Sink {
    void take(byte[] buffer, int offset, int count) throws IOException;
  }

  private static void read(InputStream in, long length, Sink sink) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (long left = length; left > 0; ) {
      int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (count < 0) {
        throw new EOFException("%d bytes are missing".formatted(left));
      }
      sink.take(buffer, 0, count);
      left -= count;
    }
  }

  /**
   * Reads a file that is complete.
   *
   * @return the SHA-256 of what it holds, in base64
   * @throws Lost if it is shorter
   * @throws ContentUnavailable if the folder can't be used now
   */
  public String sha256(UUID upload, long number, long length) throws IOException {
    Path path = path(upload, number);
    Digested digested = new Digested(OutputStream.nullOutputStream());
    try (InputStream in = Files.newInputStream(path)) {
      checkLength(path, Files.size(path), length);
      read(in, length, digested::write);
      return digested.sha256Base64();
    } catch (NoSuchFileException gone) {
      throw missing(path, gone);
    } catch (Lost lost) {
      throw lost;
    } catch (IOException e) {
      throw new ContentUnavailable("an upload can't be read", e);
    }
  }

  /** A complete upload as the file of a submission; it stays where it is when that is closed. */
  public StagedFile staged(
      UUID upload,
      long number,
      String mediaType,
      long length,
      @Nullable String fileName,
      String sha256) {
    return new StagedFile(
        new ContentInfo(Keys.INPUT, mediaType, length, fileName, sha256),
        path(upload, number),
        true);
  }

  /** Drops all files of an upload; what is gone already is fine. */
  public void remove(UUID upload) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, upload + "-*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * Drops files that no upload has.
   *
   * @param before only what was last changed before that
   * @param known whether an upload has a file of that number
   * @return how many were dropped
   */
  public int sweep(Instant before, BiPredicate<UUID, Long> known) throws IOException {
    int dropped = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        boolean orphan =
            DurableFiles.isOlder(file, before)
                && number(file).filter(number -> known.test(upload(file), number)).isEmpty();
        dropped += orphan && Files.deleteIfExists(file) ? 1 : 0;
      }
    }
    return dropped;
  }

  private static UUID upload(Path file) {
    String name = file.getFileName().toString();
    return UUID.fromString(name.substring(0, name.lastIndexOf('-')));
  }

  /** The number in a file's name; empty if it isn't one of ours. */
  private static Optional<Long> number(Path file) {
    String name = file.getFileName().toString();
    int hyphen = Math.max(0, name.lastIndexOf('-'));
    String number = name.substring(hyphen).replace("-", "");
    return number.matches("[0-9]{1,18}") && JobId.parse(name.substring(0, hyphen)).isPresent()
        ? Optional.of(Long.valueOf(number))
        : Optional.empty();
  }

  private Path path(UUID upload, long number) {
    return folder.resolve(upload + "-" + number);
  }
}
