package dev.accepted.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** File operations that have happened for good when they return. */
final class DurableFiles {

  private DurableFiles() {}

  /**
   * Moves a complete file into its place, in one step; the folder and the one above are made if
   * they aren't there.
   */
  static void publish(Path complete, Path place) throws IOException {
    sync(complete);
    Path folder = folderOf(place);
    Files.move(complete, place, StandardCopyOption.ATOMIC_MOVE);
    sync(folder);
  }

  /**
   * Has a complete file that is synced lie in that place, too: under a second name where the file
   * system has such, else as a copy.
   */
  static void link(Path complete, Path place) throws IOException {
    Path folder = folderOf(place);
    try {
      Files.createLink(place, complete);
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(complete, place);
      sync(place);
    }
    sync(folder);
  }

  private static Path folderOf(Path place) throws IOException {
    Path folder = Objects.requireNonNull(place.getParent());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      sync(folder.resolve(".."));
      sync(folder.resolve("../.."));
    }
    return folder;
  }

  /** What was written to it stays. */
  static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows can't open a folder; its file system orders renames by itself.
      if (!Files.isDirectory(path)) {
        throw e;
      }
    }
  }

  /**
   * Makes one folder, if it isn't there. The one above must be: should a shared folder not be
   * mounted, its place is not to be filled with another.
   */
  static Path makeFolder(Path folder) throws IOException {
    try {
      return Files.isDirectory(folder) ? folder : Files.createDirectory(folder);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      return folder;
    }
  }

  /** Whether it was last changed before that; false for what is gone. */
  static boolean isOlder(Path path, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(before);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Deletes a folder and all in it; what is gone already is fine. */
  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              // Another node sweeps at the same time.
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            try {
              Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException | NoSuchFileException inUse) {
              // Somebody is writing into it; the next sweep finds it.
              return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
