package dev.accepted.datasets;

/** Runs a query. */
record QueryRunner(TableDialect dialect) {

  /**
   * Answers a query.
   *
   * @param reading closed once the dataset is no longer read
   */
  RowCursor run(Reading reading, Query query) throws InvalidQuery {
    boolean streaming = false;
    try {
      StoredDataset dataset = reading.dataset();
      Sql where = new Filters(dialect).where(dataset.table(), query.filters());
      TableScan scan = new TableScan(reading, dialect, where);
      if (!query.groupBy().isEmpty() || !query.aggregates().isEmpty()) {
        return GroupedQuery.of(dataset.table(), query).run(scan);
      }
      PlainQuery plain = PlainQuery.of(dataset.table(), query);
      if (!plain.streams()) {
        return plain.sorted(scan);
      }
      RowCursor cursor = plain.stream(scan);
      streaming = true;
      return cursor;
    } finally {
      if (!streaming) {
        reading.close();
      }
    }
  }
}
