/**
 * The way in: closed in good order when the server is told to stop. Nobody calls it but the server.
 */
@NullMarked
package dev.accepted.http.door;

import org.jspecify.annotations.NullMarked;
