/**
 * A request as this server's resources look at it, and the answers that all of them give alike:
 * conditional, negotiated, with the same bytes for GET and HEAD.
 */
@NullMarked
package dev.accepted.http.request;

import org.jspecify.annotations.NullMarked;
