package dev.accepted.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a body has written, or is to read, on disk.
 *
 * @param info with their true length and digest
 * @param path where they lie
 */
public record RecordedContent(ContentInfo info, Path path) {

  /** Measures a file. */
  public static RecordedContent of(
      String name, String mediaType, @Nullable String fileName, Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      long length = digested.transferTo(OutputStream.nullOutputStream());
      String sha256 = Base64.getEncoder().encodeToString(digested.getMessageDigest().digest());
      return new RecordedContent(new ContentInfo(name, mediaType, length, fileName, sha256), path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** All of it; for small content. */
  public byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All of it as UTF-8. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
