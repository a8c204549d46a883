package dev.accepted.guard;

import dev.accepted.job.JobId;
import dev.accepted.job.Owners;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request. Jobs belong to the caller that submitted them, by {@link #owner}.
 *
 * @param name without a slash
 * @param tenant without a slash; empty for one that belongs to none
 * @param roles what it may do
 * @param only the one job that it may see, whoever's it is; empty for one that isn't so bound
 */
public record Caller(String name, Optional<String> tenant, Set<Role> roles, Optional<JobId> only) {

  /** Everybody, where nobody signs in. */
  public static final Caller ANONYMOUS =
      new Caller("anonymous", Optional.empty(), EnumSet.allOf(Role.class));

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** One that sees its own, and what its roles let it. */
  public Caller(String name, Optional<String> tenant, Set<Role> roles) {
    this(name, tenant, roles, Optional.empty());
  }

  /** Whoever has a link to that job: it is nobody that is known, has no role, and owns nothing. */
  public static Caller withLinkTo(JobId job) {
    return new Caller("link:" + job, Optional.empty(), Set.of(), Optional.of(job));
  }

  /** Whether it has said who it is. */
  public boolean isKnown() {
    return !equals(ANONYMOUS) && only.isEmpty();
  }

  /** True if it has that role. */
  public boolean may(Role role) {
    return roles.contains(role);
  }

  /** What its jobs are stored with. */
  public String owner() {
    return tenant.map(of -> of + Owners.SEPARATOR + name).orElse(name);
  }

  /** Whose jobs it may see. */
  public Owners sees() {
    if (only.isPresent()) {
      return new Owners.OneJob(only.get());
    }
    return may(Role.OBSERVE) || may(Role.ADMIN) ? everybody() : new Owners.Only(owner());
  }

  /** Whose jobs it may change. */
  public Owners changes() {
    if (may(Role.ADMIN)) {
      return everybody();
    }
    return may(Role.SUBMIT) ? new Owners.Only(owner()) : Owners.NONE;
  }

  private Owners everybody() {
    return Owners.everybodyAround(owner());
  }
}
