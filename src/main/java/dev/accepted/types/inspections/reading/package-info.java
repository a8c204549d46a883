/**
 * Makes sense of what asynchronous APIs answer, in all the ways that are in use: where the monitor
 * and the result are, and how the job stands. Used by the course, which has to find its way, and by
 * rules.
 */
@NullMarked
package dev.accepted.types.inspections.reading;

import org.jspecify.annotations.NullMarked;
