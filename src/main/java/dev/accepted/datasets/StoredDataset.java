package dev.accepted.datasets;

import java.util.List;
import java.util.Optional;

/**
 * A dataset and where its rows lie.
 *
 * @param widest about how many bytes of memory its largest row takes
 */
record StoredDataset(DatasetInfo info, DataTable table, long widest) {

  /** Why an owner of its scope can't load such rows into it; empty if it can. */
  Optional<LoadRefused> refusal(String owner, LoadMode mode, List<Column> columns) {
    if (!info.owner().equals(owner)) {
      return Optional.of(new NotItsOwner(info.name()));
    }
    return mode == LoadMode.APPEND
        ? ColumnsDiffer.between(table.columns(), columns).map(differ -> differ)
        : Optional.empty();
  }
}
