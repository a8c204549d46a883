package dev.accepted.datasets;

import dev.accepted.job.JobId;

/**
 * A load as the catalog knows it.
 *
 * @param taken the fencing token: how often an attempt has taken it; only the last may go on
 * @param widest about how many bytes of memory its largest row takes
 */
record LoadRecord(
    JobId job,
    long taken,
    DatasetKey dataset,
    LoadMode mode,
    DataTable table,
    LoadPosition position,
    long widest,
    boolean complete) {

  LoadRecord movedTo(LoadPosition to, long nowWidest) {
    return new LoadRecord(job, taken, dataset, mode, table, to, nowWidest, complete);
  }

  LoadRecord completed() {
    return new LoadRecord(job, taken, dataset, mode, table, position, widest, true);
  }

  TableRows tableRows() {
    return new TableRows(table.number(), position.rows(), widest);
  }

  LoadSummary summary() {
    return new LoadSummary(dataset.name(), position.rows(), position.rejected(), table.columns());
  }
}
