package dev.accepted.config;

import java.util.OptionalLong;

/**
 * What each caller may have at most; empty for no limit.
 *
 * @param activeJobs {@code accepted.quota.active}: jobs that have not finished
 * @param submissions {@code accepted.quota.submissions}: submissions a minute, on each node
 * @param bytes {@code accepted.quota.bytes}: what its jobs keep, inputs, results and files
 */
public record QuotaSettings(OptionalLong activeJobs, OptionalLong submissions, OptionalLong bytes) {

  /** No limits. */
  public static final QuotaSettings DEFAULTS =
      new QuotaSettings(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
