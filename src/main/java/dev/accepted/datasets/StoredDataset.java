package dev.accepted.datasets;

/**
 * A dataset and where its rows lie.
 *
 * @param widest about how many bytes of memory its largest row takes
 */
record StoredDataset(DatasetInfo info, DataTable table, long widest) {}
