/**
 * A job's priority, which may be changed while the job waits. Apart from the rest of what may be
 * done to a job, since it reads a body as submissions do, and these answer with what {@code
 * http.job} has.
 */
@NullMarked
package dev.accepted.http.priority;

import org.jspecify.annotations.NullMarked;
