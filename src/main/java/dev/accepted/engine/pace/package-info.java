/**
 * How long jobs take: what was foretold of them, what others of their type took, and when it is
 * worth asking again.
 *
 * <p>The engine tells; {@code http} may ask {@link dev.accepted.engine.pace.Pace}. Nothing here
 * knows of the engine.
 */
@NullMarked
package dev.accepted.engine.pace;

import org.jspecify.annotations.NullMarked;
