/**
 * The job type {@code bulk-operation}: does the same with all jobs that a filter finds, however
 * many, and tells how far it is, as any job does.
 *
 * <p>Found by the engine through CDI. It is the one type that does something with other jobs: for
 * that it needs {@link dev.accepted.job.BulkActions}, which the engine has, and which is looked for
 * only when a job runs, since the engine is made with all types there are. Whose jobs it may change
 * is settled when it is submitted, and kept in its input.
 */
@NullMarked
package dev.accepted.types.bulk;

import org.jspecify.annotations.NullMarked;
