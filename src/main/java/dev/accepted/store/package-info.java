/**
 * All of the jobs' SQL. {@link dev.accepted.store.JobStore} has one method per transition, each
 * guarded by the status and the claim it starts from and telling whether it happened; {@link
 * dev.accepted.store.JobQueries} reads.
 *
 * <p>Whatever changes a job goes through {@link dev.accepted.store.GroupCommit}: one writer gathers
 * what is waiting into one transaction. The engine and the events may use this package; it uses
 * {@code job} and {@code sql}.
 */
@NullMarked
package dev.accepted.store;

import org.jspecify.annotations.NullMarked;
