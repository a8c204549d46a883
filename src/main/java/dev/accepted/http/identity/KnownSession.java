package dev.accepted.http.identity;

import dev.accepted.guard.Caller;
import java.time.Instant;

/**
 * A browser's session that counts.
 *
 * @param caller whose it is
 * @param until when they have to sign in again
 */
record KnownSession(Caller caller, Instant until) {}
