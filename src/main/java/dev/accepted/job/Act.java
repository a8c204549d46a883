package dev.accepted.job;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that was done to what is there, for the audit log. Never with secrets or inputs.
 *
 * @param subject id or name of what it was done to; at most 200 characters
 * @param tenant whose that is; empty for what is no tenant's
 * @param detail what else there is to tell, by name; in the order of the names
 */
public record Act(
    ActKind kind, String subject, Optional<String> tenant, Map<String, String> detail) {

  /** One without detail. */
  public static Act of(ActKind kind, String subject, Optional<String> tenant) {
    return new Act(kind, subject, tenant, Map.of());
  }

  /**
   * One on a job.
   *
   * @param before as it was until then
   */
  public static Act on(Job before, ActKind kind) {
    return ownedBy(before.owner(), kind, before.id().toString())
        .with("type", before.type())
        .with("status", before.status().wireName());
  }

  /** One on what belongs to that owner. */
  public static Act ownedBy(String owner, ActKind kind, String subject) {
    return of(kind, subject, Owners.tenant(owner)).with("owner", owner);
  }

  /** The same with a further detail. */
  public Act with(String name, String text) {
    SortedMap<String, String> more = new TreeMap<>(detail);
    more.put(name, text);
    return new Act(kind, subject, tenant, more);
  }
}
