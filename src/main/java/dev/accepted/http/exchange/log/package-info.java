/**
 * What was really said between a job's clients and this node: the answer to its submission, and the
 * polls that followed. Kept in memory only, and bounded: nothing here may cost a poll more than a
 * look into a map.
 *
 * <p>Told by {@code http.submission}, {@code http.job} and {@code http.content}; read by {@code
 * http.exchange}.
 */
@NullMarked
package dev.accepted.http.exchange.log;

import org.jspecify.annotations.NullMarked;
