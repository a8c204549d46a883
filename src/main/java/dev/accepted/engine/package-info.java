/**
 * What happens to jobs, and when. {@link dev.accepted.engine.JobService} is the door: submit, find,
 * list, cancel, retry, remove. Behind it, {@link dev.accepted.engine.Dispatcher} claims as many
 * jobs as there are idle slots, {@link dev.accepted.engine.Worker} runs one from start to finish,
 * and passes under a timer record progress, wake what is due, stop what is late, rescue what was
 * orphaned and expire what is old.
 *
 * <p>What needs none of that lies in rooms of its own, which never call this one: {@code registry}
 * (the job types), {@code intake} (what is asked), {@code answers}, {@code pace} (how long jobs
 * take), {@code health}, {@code threads} and {@code logging}.
 *
 * <p>{@code http} may use this package; it uses {@code store}, {@code content}, {@code events},
 * {@code job} and {@code config}. It knows nothing of HTTP.
 */
@NullMarked
package dev.accepted.engine;

import org.jspecify.annotations.NullMarked;
