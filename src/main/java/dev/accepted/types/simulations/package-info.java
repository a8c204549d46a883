/**
 * The job type {@code simulation}: acts out a script of waiting, failing and succeeding, so that
 * clients can be tried against every course a job may take. With {@code PT0S} it is also the job
 * that costs nothing but the engine's own work, for benchmarks.
 *
 * <p>Found by the engine through CDI; nobody calls it directly.
 */
@NullMarked
package dev.accepted.types.simulations;

import org.jspecify.annotations.NullMarked;
