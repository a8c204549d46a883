package dev.accepted.datasets;

/**
 * A row that was left out of a load.
 *
 * @param line where it begins in its file, from 1
 * @param reason for people
 * @param raw as it stands in its file
 */
public record RejectedRow(long line, String reason, String raw) {}
