package dev.accepted.content;

import dev.accepted.job.ContentInfo;
import dev.accepted.job.JobId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that share a store of content, and what tests do with it. */
abstract class TwoStores {

  static final int SMALL = 16;
  static final Duration GRACE = Duration.ofHours(2);
  static final Duration LONGER = Duration.ofHours(3);

  @TempDir Path folder;
  final JobId job = new JobId(UUID.randomUUID());
  ContentStore store;
  ContentStore other;

  /** A store as a node opens it; its own folder, where it needs one, is {@code folder}. */
  abstract ContentStore open(String node) throws IOException;

  @BeforeEach
  void openTwo() throws IOException {
    store = open("first");
    other = open("second");
  }

  @AfterEach
  void closeBoth() throws IOException {
    store.close();
    other.close();
  }

  ContentInfo adopt(byte[] bytes) throws Exception {
    try (StagedFile staged = stage(bytes)) {
      store.adopt(staged, job);
      return staged.info();
    }
  }

  StagedFile stage(byte[] bytes) throws Exception {
    return store.work().stage(new ByteArrayInputStream(bytes), "text/plain", "a.txt", 1 << 20);
  }

  final Content keep(ContentStore node, long claim, String name, byte[] bytes) throws IOException {
    return keep(node, job, claim, name, bytes);
  }

  static Content keep(ContentStore node, JobId job, long claim, String name, byte[] bytes)
      throws IOException {
    try (ContentWriter writer = node.work().writer(job, claim, name, "text/plain", null, 0)) {
      writer.write(bytes);
      writer.close();
      return node.kept(job, claim, name, node.keep(job, claim, writer));
    }
  }

  static byte[] all(Content content) throws IOException {
    try (InputStream in = content.open(0, content.info().length())) {
      return in.readNBytes((int) content.info().length());
    }
  }

  static ContentInfo info(long length) {
    return new ContentInfo("result", "text/plain", length, null, "");
  }

  static Instant later() {
    return Instant.now().plus(LONGER);
  }

  /** The same each time. */
  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  /** All files below a folder of this node's. */
  final List<Path> files(String name) {
    try (Stream<Path> found = Files.walk(folder.resolve("content").resolve(name))) {
      return found.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("broken off");
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      throw new IOException("broken off");
    }
  }
}
