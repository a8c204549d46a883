/**
 * The API below {@code /api/faulty/{faults}/}: the same resources for simulations, with answers
 * that are wrong on purpose, as {@code dev.accepted.faulty} has it.
 *
 * <p>The faults stand in the URL, so nothing is remembered of a job but how often it was asked for,
 * where a fault depends on that. {@code FaultyDoor} and {@code FaultyDelay} stand among the filters
 * of {@code web.xml}; then {@code FaultyRequests} takes the faults off the path, and {@code
 * FaultyAnswers} changes what comes of it. All other filters and resources see the request as what
 * it is: who calls, whose job it is and how often it is asked for is looked at as everywhere. Used
 * by {@code http.submission}, for scripts that name faults.
 */
@NullMarked
package dev.accepted.http.faulty;

import org.jspecify.annotations.NullMarked;
