package dev.accepted.http.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many jobs a filter finds.
 *
 * @param count so many among those that were looked at
 * @param next URL of the rest of the count, whose figure is to be added; null if all were counted
 * @param searchedTo the time of submission back to which all were; null if that is all there are
 */
public record JobCountView(long count, @Nullable String next, @Nullable Instant searchedTo) {}
