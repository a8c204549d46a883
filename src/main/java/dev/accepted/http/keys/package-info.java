/** API keys, for administrators: made, listed and revoked. */
@NullMarked
package dev.accepted.http.keys;

import org.jspecify.annotations.NullMarked;
