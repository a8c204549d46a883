package dev.accepted.datasets;

import java.time.Instant;
import java.util.List;

/**
 * What a dataset is, without its rows.
 *
 * @param name {@code [a-z][a-z0-9_]{0,62}}
 * @param owner who first imported it
 * @param rows how many there are
 * @param updatedAt when the last load into it was finished
 */
public record DatasetInfo(
    String name, String owner, List<Column> columns, long rows, Instant updatedAt) {}
