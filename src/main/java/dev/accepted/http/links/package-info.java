/**
 * Links to a job for somebody without an account: here they are made. Who comes by one is let in by
 * {@code http.identity}.
 */
@NullMarked
package dev.accepted.http.links;

import org.jspecify.annotations.NullMarked;
