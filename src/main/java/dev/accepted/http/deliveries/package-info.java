/** What was sent to the receivers of a job's events, and what came of it. */
@NullMarked
package dev.accepted.http.deliveries;

import org.jspecify.annotations.NullMarked;
