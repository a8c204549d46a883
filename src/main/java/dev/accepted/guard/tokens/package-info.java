/**
 * Tokens of an OpenID Connect issuer: its keys, what its tokens say, and how people who sign in
 * with it get some.
 *
 * <p>{@code http.identity} asks it, and calls its pass; {@code http.signin} sends people to the
 * issuer. Nothing else knows the library that checks signatures.
 */
@NullMarked
package dev.accepted.guard.tokens;

import org.jspecify.annotations.NullMarked;
