package dev.accepted.engine.answers;

import dev.accepted.job.Job;
import dev.accepted.job.Tombstone;

/** What there is under an id, for the one who asks. */
public sealed interface Lookup {

  /** The job. */
  record Found(Job job) implements Lookup {}

  /** The server has expired it. */
  record Expired(Tombstone tombstone) implements Lookup {}

  /** Never existed, was removed, or is somebody else's. */
  record Unknown() implements Lookup {}
}
