/**
 * A client of this server, and of others that answer slow work with {@code 202 Accepted}: it
 * submits, follows, and fetches. It follows events where there are any, waits at the status monitor
 * where there are none, and asks again and again where nothing else works.
 *
 * <p>It is published as a jar of its own and needs nothing but the JDK; the server doesn't call it.
 * Begin at {@link dev.accepted.client.JobClient}.
 */
@NullMarked
package dev.accepted.client;

import org.jspecify.annotations.NullMarked;
