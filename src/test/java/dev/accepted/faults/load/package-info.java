/** Clients that keep the servers busy, and remember what they were promised. */
@NullMarked
package dev.accepted.faults.load;

import org.jspecify.annotations.NullMarked;
