/**
 * Finds out who sends a request, before anything else is done with it. Nobody calls it but the
 * server; what it finds is left in the request ({@link dev.accepted.http.request.SignedIn}).
 */
@NullMarked
package dev.accepted.http.identity;

import org.jspecify.annotations.NullMarked;
