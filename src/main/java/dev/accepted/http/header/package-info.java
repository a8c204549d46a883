/**
 * The headers this server reads and writes, each as a value with a grammar and no request around
 * it.
 *
 * <p>Plain Java without state; used by the other {@code http} packages only. What a client sent and
 * can't be read is an {@link dev.accepted.http.header.InvalidHeader}, unless the header's
 * specification says to ignore it.
 */
@NullMarked
package dev.accepted.http.header;

import org.jspecify.annotations.NullMarked;
