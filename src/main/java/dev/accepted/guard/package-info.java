/**
 * Who the caller is, and what it may see.
 *
 * <p>The {@code http} packages ask it; it knows nothing of jobs.
 */
@NullMarked
package dev.accepted.guard;

import org.jspecify.annotations.NullMarked;
