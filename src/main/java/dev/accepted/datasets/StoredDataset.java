package dev.accepted.datasets;

/** A dataset and where its rows lie. */
record StoredDataset(DatasetInfo info, DataTable table) {}
