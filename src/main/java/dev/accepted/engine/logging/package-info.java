/**
 * Words that came from anywhere, made fit for the server's log and for a job's own.
 *
 * <p>For {@code engine} alone, of which it knows nothing.
 */
@NullMarked
package dev.accepted.engine.logging;

import org.jspecify.annotations.NullMarked;
