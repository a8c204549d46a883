package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.store.ClaimedJob;

/**
 * A job that has been given a slot.
 *
 * @param queued the job before
 * @param claimed the running job, with what its body needs
 */
record Start(Job queued, ClaimedJob claimed) {}
