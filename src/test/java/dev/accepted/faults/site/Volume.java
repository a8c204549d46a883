package dev.accepted.faults.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file system of its own. Needs the right to mount, which as a rule only root has. */
public final class Volume implements AutoCloseable {

  private final Path at;

  private Volume(Path at) {
    this.at = at;
    Runtime.getRuntime().addShutdownHook(new Thread(this::abandon));
  }

  /** One in memory, which is soon full. */
  public static Volume small(Path at, int megabytes) throws IOException, InterruptedException {
    return mount(at, "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs");
  }

  /**
   * An empty one in a file. What has been synced is in the file, and what has not been is not, or
   * not wholly: a copy of the file is what a disk holds after a power cut.
   */
  public static Volume image(Path file, Path at, int megabytes)
      throws IOException, InterruptedException {
    run("truncate", "-s", megabytes + "M", file.toString());
    run("mkfs.ext4", "-q", "-F", file.toString());
    return image(file, at);
  }

  /** The one that is in a file; its journal is replayed. */
  public static Volume image(Path file, Path at) throws IOException, InterruptedException {
    return mount(at, "-o", "loop", file.toString());
  }

  private static Volume mount(Path at, String... what) throws IOException, InterruptedException {
    Files.createDirectories(at);
    run(
        Stream.of(List.of("mount"), List.of(what), List.of(at.toString()))
            .flatMap(List::stream)
            .toArray(String[]::new));
    return new Volume(at);
  }

  /** Copies such a file, without its holes. */
  public static void copy(Path file, Path copy) throws IOException, InterruptedException {
    run("cp", "--sparse=always", file.toString(), copy.toString());
  }

  /** Its root. */
  public Path at() {
    return at;
  }

  /** Runs a command; fails unless it succeeds. */
  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException("%s: %s".formatted(String.join(" ", command), said));
    }
  }

  private void abandon() {
    try {
      if (!Files.getFileStore(at).equals(Files.getFileStore(at.getParent()))) {
        run("umount", "-l", at.toString());
      }
    } catch (IOException | InterruptedException e) {
      System.err.println(at + " is still mounted: " + e);
    }
  }

  @Override
  public void close() {
    abandon();
  }
}
