package dev.accepted.http.job;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of jobs.
 *
 * @param jobs newest first
 * @param next URL of the page that follows; null on the last
 * @param searchedTo where the search has ended early, the time of submission back to which it has
 *     all jobs; null where it has not
 */
public record JobListView(
    List<StatusView> jobs, @Nullable String next, @Nullable Instant searchedTo) {}
