/**
 * The way through another API: submits, follows the monitor by its advice, fetches the result, and
 * asks on the way what a careful client would ask. It finds its way by what the answers say, judges
 * nothing, and leaves a {@link dev.accepted.types.inspections.dialogue.Transcript}.
 */
@NullMarked
package dev.accepted.types.inspections.course;

import org.jspecify.annotations.NullMarked;
