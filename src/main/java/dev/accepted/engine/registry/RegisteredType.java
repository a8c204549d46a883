package dev.accepted.engine.registry;

import dev.accepted.job.JobDefinition;
import dev.accepted.job.JobType;
import java.util.Optional;

/**
 * A job type as this server runs it.
 *
 * @param unavailable why no job of it can run here; empty if they can
 * @param slots how many jobs of it run at once on this node
 */
public record RegisteredType(
    JobType<?> type, JobDefinition definition, Optional<String> unavailable, int slots) {

  /** The type's name. */
  public String name() {
    return definition.name();
  }
}
