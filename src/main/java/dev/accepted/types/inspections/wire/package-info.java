/**
 * Speaks HTTP/1.1 with the API that is inspected. No library is used for it, since a library hides
 * what an inspector wants to see: a body after HEAD or 304, a length that isn't true, what comes
 * after the end. It connects to addresses that were checked, by no proxy, and follows nothing.
 */
@NullMarked
package dev.accepted.types.inspections.wire;

import org.jspecify.annotations.NullMarked;
