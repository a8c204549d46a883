/**
 * Links that let somebody without an account look at one job: what their tokens say, and whether
 * they count.
 *
 * <p>Nothing is stored of a link but that it was made, in the audit log: its token has all that it
 * takes, signed with a key of the server's secret. The {@code http} packages hand links out, and
 * ask here for whom to open.
 */
@NullMarked
package dev.accepted.guard.links;

import org.jspecify.annotations.NullMarked;
