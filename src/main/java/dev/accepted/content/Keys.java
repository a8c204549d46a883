package dev.accepted.content;

import dev.accepted.job.JobId;
import java.util.Optional;

/** How what is kept is named, below a folder or in a bucket. */
final class Keys {

  static final String JOBS = "jobs/";
  static final String INPUT = "input";
  private static final int SHARD_DIGITS = 2;

  private Keys() {}

  /** A job's folder, with a slash at its end. */
  static String folder(JobId job) {
    String id = job.toString();
    return JOBS + id.substring(id.length() - SHARD_DIGITS) + "/" + id + "/";
  }

  static String input(JobId job) {
    return folder(job) + INPUT;
  }

  static String kept(JobId job, long claim, String name) {
    return folder(job) + claim + "-" + name;
  }

  /** The job that a key belongs to; empty if it isn't one of ours. */
  static Optional<JobId> job(String key) {
    String[] parts = key.split("/", -1);
    return parts.length == 4
        ? JobId.parse(parts[2]).filter(job -> key.startsWith(folder(job)))
        : Optional.empty();
  }
}
