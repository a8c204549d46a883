/**
 * Clients that follow streams of events through one cut after the other, and remember what they
 * were told.
 */
@NullMarked
package dev.accepted.faults.streams;

import org.jspecify.annotations.NullMarked;
