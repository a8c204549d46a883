package dev.accepted.http.submission;

/**
 * Where parsing stopped.
 *
 * @param line from 1
 * @param column from 1
 * @param offset in characters, from 0
 */
public record JsonPosition(long line, long column, long offset) {}
