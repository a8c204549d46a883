package dev.accepted.job;

import java.util.Map;
import java.util.Optional;

/**
 * What a job may do with other jobs, in its submitter's name. The engine hands it to the one type
 * that needs it; it is no part of {@link JobContext}, so other bodies see no job but their own.
 */
public interface BulkActions {

  /**
   * Which jobs: those that were there before the operation, as their ids tell.
   *
   * @param operation the job that acts
   * @param submitter who submitted it, as jobs name their owners
   * @param owners whose jobs may be changed
   */
  record Selection(JobId operation, String submitter, Owners owners, JobFilter filter) {}

  /**
   * One step through a selection, from the newest job to the oldest.
   *
   * @param last where the next step begins: all jobs from there on have been looked at; empty if
   *     none was left
   * @param matched how many jobs were looked at
   * @param changed with how many of them it was done
   * @param unchanged the others, by the reason
   * @param more false if nothing is left
   */
  record Step(
      Optional<JobId> last,
      int matched,
      int changed,
      Map<Reason, Integer> unchanged,
      boolean more) {
    public Step {
      unchanged = Map.copyOf(unchanged);
    }
  }

  /** Why nothing was done with a job. */
  enum Reason {
    /** It had finished. */
    FINISHED,
    /** It has yet to finish, so it can't be run again. */
    UNFINISHED,
    /** It succeeded, so it can't be run again. */
    SUCCEEDED,
    /** It runs: a priority means nothing to it. */
    RUNNING,
    /** Somebody had done the same before. */
    ALREADY,
    /** When its turn came, it was gone or of another status than was asked for. */
    OVERTAKEN
  }

  /**
   * How many jobs a look has found.
   *
   * @param next where the next look begins; empty if all have been counted
   */
  record Count(long number, Optional<JobId> next) {}

  /**
   * How many jobs there are in a selection now: as many of them as can be counted in a moment.
   *
   * @param after where the look before has ended; empty for the first
   * @throws TransientFailure if the store can't be reached
   */
  Count count(Selection selection, Optional<JobId> after) throws JobFailure, InterruptedException;

  /**
   * Acts on the next jobs, in one short transaction: all of it happens or none. What has happened
   * is stored when this returns; doing it again changes nothing. Where they are few among many
   * others, a step may come upon none of them, and there are more all the same.
   *
   * @param after where the step before has ended; empty for the first step
   * @param told whether the audit log has been told that the operation changes something
   * @throws TransientFailure if the store can't be reached
   */
  Step act(Selection selection, BulkAction action, Optional<JobId> after, boolean told)
      throws JobFailure, InterruptedException;
}
