package dev.accepted.faults.load;

import dev.accepted.faults.subject.SeededBytes;
import dev.accepted.faults.subject.StepsType;
import dev.accepted.server.NumberedRows;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What a client asks for.
 *
 * @param key of idempotency, and the job's label; also the name of a steps job's folder
 * @param path where it is submitted
 * @param body JSON, or the path of a file of CSV
 * @param digest {@code Repr-Digest} of the result; empty if it isn't known beforehand
 */
public record Order(
    Kind kind, String key, String path, String body, String digest, int steps, String dataset) {

  /** What kind of job. */
  public enum Kind {
    SIMULATION,
    STEPS,
    IMPORT
  }

  /** How many steps a job of {@link Kind#STEPS} has. */
  private static final int STEPS = 20;

  private static final int LEAST_BYTES = 1_000;
  private static final int LONGEST_MILLIS = 300;
  private static final int LONGEST_PAUSE_MILLIS = 80;
  private static final int LASTING_PAUSE_MILLIS = 200;

  /** Attempts that a fault cuts off count: it is not to run out of them. */
  private static final String OPTIONS = "?maxAttempts=20&label=trial:%s&label=key:%s";

  /** A simulation that takes up to 300 ms. */
  static Order simulation(String trial, SplittableRandom random) {
    int millis = random.nextInt(3) == 0 ? 0 : random.nextInt(LONGEST_MILLIS);
    return simulation(trial, millis);
  }

  /** A simulation that takes so long. */
  static Order simulation(String trial, int millis) {
    String key = UUID.randomUUID().toString();
    return new Order(
        Kind.SIMULATION,
        key,
        "/api/simulations" + OPTIONS.formatted(trial, key),
        "{\"duration\":\"PT%d.%03dS\"}".formatted(millis / 1000, millis % 1000),
        "",
        0,
        "");
  }

  /** Steps that can be counted, with a result of 1 kB to 3 MB, small ones more often. */
  static Order steps(String trial, SplittableRandom random, int mostBytes) {
    int bytes =
        (int) (LEAST_BYTES * Math.pow((double) mostBytes / LEAST_BYTES, random.nextDouble()));
    return steps(trial, random.nextLong(1L << 40), bytes, random.nextInt(LONGEST_PAUSE_MILLIS));
  }

  /** The same, for some seconds. */
  static Order lasting(String trial, long seed) {
    return steps(trial, seed, LEAST_BYTES, LASTING_PAUSE_MILLIS);
  }

  private static Order steps(String trial, long seed, int bytes, int pauseMillis) {
    String key = UUID.randomUUID().toString();
    return new Order(
        Kind.STEPS,
        key,
        "/api/" + StepsType.COLLECTION + OPTIONS.formatted(trial, key),
        "{\"name\":\"%s\",\"seed\":%d,\"bytes\":%d,\"steps\":%d,\"pauseMillis\":%d}"
            .formatted(key, seed, bytes, STEPS, pauseMillis),
        digest(seed, bytes),
        STEPS,
        "");
  }

  /** An import of numbered rows into a dataset of its own. */
  static Order rows(String trial, Path folder, NumberedRows rows) throws IOException {
    String key = UUID.randomUUID().toString();
    String dataset = "d" + key.replace("-", "");
    Path file = rows.write(folder.resolve(dataset + ".csv"));
    return new Order(
        Kind.IMPORT,
        key,
        "/api/imports" + OPTIONS.formatted(trial, key) + "&dataset=" + dataset,
        file.toString(),
        "",
        0,
        dataset);
  }

  /** The same, but not to be run before a day is over. */
  Order later() {
    String at = Clock.systemUTC().instant().plus(Duration.ofDays(1)).toString();
    return new Order(kind, key, path + "&runAt=" + at, body, digest, steps, dataset);
  }

  /** The same, with one label more. */
  Order labeled(String label) {
    return new Order(kind, key, path + "&label=" + label, body, digest, steps, dataset);
  }

  /** The body as it is sent. */
  BodyPublisher publisher() throws IOException {
    return kind == Kind.IMPORT
        ? BodyPublishers.ofFile(Path.of(body))
        : BodyPublishers.ofString(body);
  }

  String mediaType() {
    return kind == Kind.IMPORT ? "text/csv" : "application/json";
  }

  private static String digest(long seed, int bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
        SeededBytes.write(seed, bytes, out);
      }
      return reprDigest(sha.digest());
    } catch (NoSuchAlgorithmException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What {@code Repr-Digest} says of these bytes. */
  public static String digestOf(byte[] content) {
    try {
      return reprDigest(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String reprDigest(byte[] sha) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha) + ":";
  }
}
