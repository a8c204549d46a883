package dev.accepted.datasets;

/**
 * A column of a dataset or of a query's answer.
 *
 * @param name as its file's header or the query names it
 */
public record Column(String name, ColumnType type) {}
