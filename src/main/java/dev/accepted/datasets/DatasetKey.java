package dev.accepted.datasets;

import dev.accepted.job.JobId;
import dev.accepted.job.Owners;

/**
 * What a dataset is found by: its name, within the scope of an owner.
 *
 * @param owner whom it belongs to if it is new; one of the same scope, if it isn't
 */
record DatasetKey(String owner, String name) {

  /** Within which there is one dataset of that name. */
  String scope() {
    return Owners.scope(owner);
  }

  /** That of the dataset which is its job's alone. */
  DatasetKey temporary(JobId job) {
    return new DatasetKey(owner, TemporaryName.of(job));
  }
}
