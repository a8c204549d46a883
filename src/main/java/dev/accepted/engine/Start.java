package dev.accepted.engine;

import dev.accepted.job.Job;
import dev.accepted.sql.Pending;
import dev.accepted.store.ClaimedJob;

/**
 * A job that has been given a slot.
 *
 * @param queued the job before
 * @param claimed the running job, with what its body needs
 * @param stored whether that is what the store says
 */
record Start(Job queued, ClaimedJob claimed, Pending stored) {

  /** Of one that was stored as running in the first place. */
  static Start atOnce(Job accepted, ClaimedJob claimed) {
    return new Start(accepted, claimed, Pending.done(1));
  }
}
