/**
 * Answers that go on: events as they happen, for one job or for all that the caller may see
 * (server-sent events, as the HTML Standard has them in section 9.2), and a log as it is written.
 * Each follows the journal with a cursor, and writes what its client takes; none holds a thread.
 *
 * <p>{@code http.content} has logs followed here, and {@code http.socket} tells the same events.
 */
@NullMarked
package dev.accepted.http.stream;

import org.jspecify.annotations.NullMarked;
