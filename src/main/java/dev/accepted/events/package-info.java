/**
 * Who is told when a job changes. The engine publishes each change after its commit; whoever waits
 * for a job - a request that asked to wait - subscribes to it.
 *
 * <p>The engine and {@code http} may use this package; it uses {@code job}.
 */
@NullMarked
package dev.accepted.events;

import org.jspecify.annotations.NullMarked;
