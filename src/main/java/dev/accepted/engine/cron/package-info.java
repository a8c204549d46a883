/**
 * When something recurs: cron expressions, and the moments at which they come in a time zone. Plain
 * arithmetic; it reads no clock and knows nothing of jobs.
 */
@NullMarked
package dev.accepted.engine.cron;

import org.jspecify.annotations.NullMarked;
