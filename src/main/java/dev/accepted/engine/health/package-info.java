/**
 * Whether this node works: the checks that MicroProfile Health calls, and {@link
 * dev.accepted.engine.health.BoundedLook}, which asks the store without ever waiting long for it.
 *
 * <p>The engine makes these and tells them of its ticks and its end; {@code http} may ask {@link
 * dev.accepted.engine.health.EngineHealth}. They know {@code sql} and {@code store}, and nothing of
 * the engine.
 */
@NullMarked
package dev.accepted.engine.health;

import org.jspecify.annotations.NullMarked;
