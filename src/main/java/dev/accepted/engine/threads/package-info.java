/**
 * On whose threads the engine's tasks run, and what becomes of threads that don't come back. It
 * owns none itself: the server's executor does.
 *
 * <p>For {@code engine} alone, of which it knows nothing.
 */
@NullMarked
package dev.accepted.engine.threads;

import org.jspecify.annotations.NullMarked;
