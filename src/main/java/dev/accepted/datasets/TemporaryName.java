package dev.accepted.datasets;

import dev.accepted.job.JobId;

/** Names of datasets that belong to one job; no client can give such a name. */
final class TemporaryName {

  private static final String PREFIX = "$";

  private TemporaryName() {}

  static String of(JobId job) {
    return PREFIX + job;
  }

  static boolean matches(String name) {
    return name.startsWith(PREFIX);
  }
}
