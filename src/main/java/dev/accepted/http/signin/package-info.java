/**
 * How people sign in to the pages and out again: with an API key, or with an issuer that they are
 * sent to and come back from. Nobody calls it but the server.
 */
@NullMarked
package dev.accepted.http.signin;

import org.jspecify.annotations.NullMarked;
