/**
 * Answers with any status code, the way a correct server would: for who writes a client and wants
 * to see it cope. What is known of the codes lies beside this package as JSON; nothing is stored,
 * and nothing of this server's is told.
 */
@NullMarked
package dev.accepted.http.simulator;

import org.jspecify.annotations.NullMarked;
