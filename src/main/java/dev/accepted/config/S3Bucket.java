package dev.accepted.config;

import java.net.URI;
import java.util.Optional;

/**
 * A bucket of an S3-compatible store, to keep inputs and results in.
 *
 * @param name {@code accepted.content.s3.bucket}; it must be there
 * @param prefix {@code accepted.content.s3.prefix}: what all keys begin with; empty, or with a
 *     slash at its end
 * @param endpoint {@code accepted.content.s3.endpoint}: empty for Amazon's own
 * @param region {@code accepted.content.s3.region}: empty for what the environment says
 * @param pathStyle {@code accepted.content.s3.path-style}: whether the bucket goes into the path
 *     instead of the host name
 * @param keys {@code accepted.content.s3.access-key} and {@code secret-key}: empty for what the
 *     environment provides
 */
public record S3Bucket(
    String name,
    String prefix,
    Optional<URI> endpoint,
    Optional<String> region,
    boolean pathStyle,
    Optional<Keys> keys) {

  /** The most that one object may have when it is put in one go, in bytes. */
  public static final long MOST_BYTES = 5L << 30;

  /** Who asks. */
  public record Keys(String access, String secret) {

    /** Without the secret: settings are logged. */
    @Override
    public String toString() {
      return access;
    }
  }
}
