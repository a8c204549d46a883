/**
 * What is asked of the engine, and whether it can be accepted: a submission and its options, their
 * rules, the input against its schema, the idempotency key, the new job's id, and the reasons to
 * turn it down.
 *
 * <p>{@code engine} calls all of it; {@code http} makes {@link dev.accepted.engine.intake.NewJob}s
 * and words {@link dev.accepted.engine.intake.Refusal}s, and {@code metrics} counts {@link
 * dev.accepted.engine.intake.SubmissionOutcome}s. What happens to an accepted job is not known
 * here.
 */
@NullMarked
package dev.accepted.engine.intake;

import org.jspecify.annotations.NullMarked;
