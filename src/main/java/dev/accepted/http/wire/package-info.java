/**
 * How this server spells things: JSON and URLs, each in one place.
 *
 * <p>Knows nothing of jobs' behaviour; used by the other {@code http} packages.
 */
@NullMarked
package dev.accepted.http.wire;

import org.jspecify.annotations.NullMarked;
