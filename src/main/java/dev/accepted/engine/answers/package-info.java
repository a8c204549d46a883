/**
 * What the engine answers when it is asked for jobs: found or not, run again or not, a page of
 * them.
 *
 * <p>{@link dev.accepted.engine.JobService} makes these; {@code http} puts them into words. They
 * know {@code job} only.
 */
@NullMarked
package dev.accepted.engine.answers;

import org.jspecify.annotations.NullMarked;
