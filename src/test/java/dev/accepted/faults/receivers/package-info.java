/**
 * Receivers of webhooks, each with a manner of its own to answer or not to, which remember what
 * they were sent.
 */
@NullMarked
package dev.accepted.faults.receivers;

import org.jspecify.annotations.NullMarked;
