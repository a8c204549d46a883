package dev.accepted.http.schedules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schedules of a caller, newest first.
 *
 * @param next URL of the page that follows; null if there is none
 */
public record SchedulesView(List<ScheduleView> schedules, @Nullable String next) {}
