/**
 * The same events over WebSocket (RFC 6455): a client may follow several jobs on one, and change
 * its mind. Nobody calls it but the server.
 */
@NullMarked
package dev.accepted.http.socket;

import org.jspecify.annotations.NullMarked;
