/**
 * Submitting a job: the request's body, whatever its form, becomes an input, maybe a file, and
 * options; the engine accepts or refuses them; the answer leads to the status monitor.
 */
@NullMarked
package dev.accepted.http.submission;

import org.jspecify.annotations.NullMarked;
