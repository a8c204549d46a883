/**
 * How often a visitor may ask: when monitors may be polled again, how many requests it has in all,
 * and who is not listened to for a while. All of it is in this node's memory, and bounded.
 *
 * <p>The {@code http} packages ask it. Nothing here knows HTTP, but for the names of policies.
 */
@NullMarked
package dev.accepted.guard.throttle;

import org.jspecify.annotations.NullMarked;
