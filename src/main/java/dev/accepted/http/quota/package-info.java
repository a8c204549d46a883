/** What callers may have and what they have, for themselves to see. */
@NullMarked
package dev.accepted.http.quota;

import org.jspecify.annotations.NullMarked;
