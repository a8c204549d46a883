/**
 * The server's own secret, and the keys that are made of it: plain values that know of no store.
 *
 * <p>The engine, which has the store, finds the secret and hands it out; whoever signs or encrypts
 * something that comes back to this server asks it for a key of its own.
 */
@NullMarked
package dev.accepted.guard.secrets;

import org.jspecify.annotations.NullMarked;
