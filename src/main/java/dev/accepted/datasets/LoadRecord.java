package dev.accepted.datasets;

import dev.accepted.job.JobId;

/** A load as the catalog knows it. */
record LoadRecord(
    JobId job,
    String dataset,
    LoadMode mode,
    DataTable table,
    LoadPosition position,
    boolean complete) {

  LoadSummary summary() {
    return new LoadSummary(dataset, position.rows(), position.rejected(), table.columns());
  }
}
