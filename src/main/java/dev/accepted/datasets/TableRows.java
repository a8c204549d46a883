package dev.accepted.datasets;

/**
 * The rows of a dataset.
 *
 * @param table the number of the table in which they lie
 * @param count how many there are
 * @param widest about how many bytes of memory the largest takes
 */
record TableRows(long table, long count, long widest) {}
