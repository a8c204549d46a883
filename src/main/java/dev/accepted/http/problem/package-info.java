/**
 * Everything that goes wrong, as {@code application/problem+json} (RFC 9457).
 *
 * <p>Resources throw a {@link dev.accepted.http.problem.Problem}; what the framework or a bug
 * throws becomes one here. Each {@link dev.accepted.http.problem.ProblemType} has a page that
 * explains it.
 */
@NullMarked
package dev.accepted.http.problem;

import org.jspecify.annotations.NullMarked;
