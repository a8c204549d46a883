package dev.accepted.faults.load;

import dev.accepted.faults.load.Entry.End;
import org.jspecify.annotations.Nullable;

/**
 * What had been told of a job at some moment.
 *
 * @param end how it had ended, if a client had seen that
 */
public record Promise(Entry entry, @Nullable End end) {}
