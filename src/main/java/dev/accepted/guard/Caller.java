package dev.accepted.guard;

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
 */
public record Caller(String name, Optional<String> tenant, Set<Role> roles) {

  /** Everybody, where nobody signs in. */
  public static final Caller ANONYMOUS =
      new Caller("anonymous", Optional.empty(), EnumSet.allOf(Role.class));

  public Caller {
    roles = Set.copyOf(roles);
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
    return tenant.<Owners>map(Owners.OfTenant::new).orElse(Owners.ALL);
  }
}
