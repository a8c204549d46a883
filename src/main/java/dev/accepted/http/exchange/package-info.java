/**
 * What was said between a job's clients and this server, for who may see the job: the answer to its
 * submission, and its polls. Reads what {@code http.exchange.log} has taken down.
 */
@NullMarked
package dev.accepted.http.exchange;

import org.jspecify.annotations.NullMarked;
