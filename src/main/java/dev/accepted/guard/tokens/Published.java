package dev.accepted.guard.tokens;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.Optional;

/**
 * What an issuer publishes.
 *
 * @param keys those of its signatures
 * @param authorization where people are sent to sign in; empty if it doesn't say so
 * @param token where what they come back with is exchanged; empty if it doesn't say so
 */
record Published(JWKSet keys, Optional<URI> authorization, Optional<URI> token) {}
