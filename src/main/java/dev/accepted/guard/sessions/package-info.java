/**
 * What a browser keeps for someone who has signed in, sealed so that it can neither read nor change
 * it. Nothing of it is stored here: any node opens what another has sealed. The engine and HTTP may
 * call it.
 */
@NullMarked
package dev.accepted.guard.sessions;

import org.jspecify.annotations.NullMarked;
