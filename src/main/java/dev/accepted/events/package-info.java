/**
 * Who is told when a job changes, once the change is committed. {@link
 * dev.accepted.events.JobEvents} tells those who wait for one job, in any order, that they may look
 * again. {@link dev.accepted.events.EventFeed} tells the numbered journal in its order, on every
 * server that shares the store, to those who follow one job or many; each has an {@link
 * dev.accepted.events.EventCursor}, which misses nothing however slow its follower is.
 *
 * <p>The engine and {@code http} may use this package; it uses {@code job}, {@code store} and
 * {@code sql}.
 */
@NullMarked
package dev.accepted.events;

import org.jspecify.annotations.NullMarked;
