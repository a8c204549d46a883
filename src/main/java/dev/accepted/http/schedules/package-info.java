/** Schedules as resources of their own: what is submitted again and again, and when. */
@NullMarked
package dev.accepted.http.schedules;

import org.jspecify.annotations.NullMarked;
