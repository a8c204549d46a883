package dev.accepted.faults.streams;

/**
 * A job whose end each subscriber of its group, and each of all jobs, is to be told once.
 *
 * @param group the value of its label {@code group}
 */
public record Followed(String id, String group) {}
