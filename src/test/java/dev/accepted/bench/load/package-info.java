/**
 * The driver: one thread that keeps many connections busy and reads no more of an answer than it
 * must, so that it costs a fraction of the server. Knows nothing of jobs.
 */
@NullMarked
package dev.accepted.bench.load;

import org.jspecify.annotations.NullMarked;
