/**
 * Words that came from anywhere, made fit for the server's log and for a job's own.
 *
 * <p>For {@code engine}, of which it knows nothing, and for {@code http}, which logs what requests
 * end with.
 */
@NullMarked
package dev.accepted.engine.logging;

import org.jspecify.annotations.NullMarked;
