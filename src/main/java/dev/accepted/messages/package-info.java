/**
 * The journal of events on a topic of a message broker, if the operator names one: each event is a
 * message, in the order of the numbers. Of the servers that share a store one publishes at a time;
 * how far it has come is kept in the store.
 *
 * <p>The engine owns {@link dev.accepted.messages.Messages}, wakes it each second and closes it.
 * {@link dev.accepted.messages.TopicLookup} finds what the server has under the names that were
 * set. Only {@code JmsTopic} knows Jakarta Messaging, and it is loaded only then: there are servers
 * without. This package uses {@code events}, {@code store}, {@code sql}, {@code config} and {@code
 * job}.
 */
@NullMarked
package dev.accepted.messages;

import org.jspecify.annotations.NullMarked;
