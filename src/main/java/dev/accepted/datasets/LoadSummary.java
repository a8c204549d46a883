package dev.accepted.datasets;

import java.util.List;

/**
 * What a complete load has brought.
 *
 * @param rows loaded by it, not those that were there before
 * @param rejected rows left out
 */
public record LoadSummary(String dataset, long rows, long rejected, List<Column> columns) {}
