package dev.accepted.engine.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.TreeMap;

/** Tells whether two submissions with one idempotency key are the same request. */
public final class Fingerprint {

  private Fingerprint() {}

  /** An upload is there once only: whoever names it again may not find it any more. */
  private static String file(NewJob job) {
    if (job.upload() != null) {
      return "upload " + job.upload();
    }
    return job.file() == null ? "" : job.file().info().sha256();
  }

  /** SHA-256, in base64, over all that makes up a submission. */
  public static String of(NewJob job) {
    RequestedOptions asked = job.options();
    String all =
        String.join(
            "\n",
            job.type(),
            job.input().toString(),
            file(job),
            "%s %s %s %s %s"
                .formatted(
                    asked.priority(),
                    asked.runAt(),
                    asked.timeout(),
                    asked.retain(),
                    asked.maxAttempts()),
            new TreeMap<>(asked.labels()).toString(),
            asked.callback() == null ? "" : asked.callback().all());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
