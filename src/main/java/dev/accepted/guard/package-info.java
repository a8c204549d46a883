/**
 * Who the caller is, and what it may see.
 *
 * <p>The {@code http} packages ask it; of jobs it knows whose they are, and no more.
 */
@NullMarked
package dev.accepted.guard;

import org.jspecify.annotations.NullMarked;
