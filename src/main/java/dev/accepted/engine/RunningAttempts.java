package dev.accepted.engine;

import dev.accepted.job.JobId;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The attempts that run on this node. */
final class RunningAttempts {

  private final ConcurrentMap<JobId, Attempt> attempts = new ConcurrentHashMap<>();

  void add(Attempt attempt) {
    attempts.put(attempt.id(), attempt);
  }

  void remove(Attempt attempt) {
    attempts.remove(attempt.id(), attempt);
  }

  Optional<Attempt> find(JobId id) {
    return Optional.ofNullable(attempts.get(id));
  }

  Collection<Attempt> all() {
    return Collections.unmodifiableCollection(attempts.values());
  }

  /** Tells the attempt of that job to stop, if it has one here. */
  boolean stop(JobId id, StopReason reason) {
    Optional<Attempt> attempt = find(id);
    attempt.ifPresent(running -> running.stopSignal().raise(reason));
    return attempt.isPresent();
  }
}
