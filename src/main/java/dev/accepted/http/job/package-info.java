/**
 * A job as resources: the status monitor, what may be done to it, and the list of all.
 *
 * <p>Uses the engine; used by {@code http.submission}, which answers with the same representation,
 * and by {@code http.content}.
 */
@NullMarked
package dev.accepted.http.job;

import org.jspecify.annotations.NullMarked;
