package dev.accepted.http.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of jobs.
 *
 * @param jobs newest first
 * @param next URL of the page that follows; null on the last
 */
public record JobListView(List<StatusView> jobs, @Nullable String next) {}
