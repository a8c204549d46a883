/**
 * The bodies of requests, and their senders' pace: a thread is there for a body only when the body
 * is, or for as many longer ones as are let in at once. Clients that send half of it, or a byte a
 * second, or go on after they were refused, hold a connection and nothing else. Called by the
 * server, which web.xml tells of the filters, and by who answers without reading.
 */
@NullMarked
package dev.accepted.http.body;

import org.jspecify.annotations.NullMarked;
