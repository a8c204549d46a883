/**
 * What is submitted again and again: the schedules of callers, what they look like to these, and
 * which of the times that have come are to be made up for.
 *
 * <p>{@code engine} calls all of it and submits the jobs; {@code http} shows {@link
 * dev.accepted.engine.schedules.ScheduleReport}s.
 */
@NullMarked
package dev.accepted.engine.schedules;

import org.jspecify.annotations.NullMarked;
