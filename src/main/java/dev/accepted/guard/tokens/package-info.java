/**
 * Bearer tokens of an OpenID Connect issuer: its keys, and what its tokens say.
 *
 * <p>{@code http.identity} asks it, and calls its pass. Nothing else knows the library that checks
 * signatures.
 */
@NullMarked
package dev.accepted.guard.tokens;

import org.jspecify.annotations.NullMarked;
