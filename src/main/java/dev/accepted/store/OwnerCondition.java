package dev.accepted.store;

import dev.accepted.job.Owners;
import java.util.List;

/**
 * Owners as a condition on the column {@code owner}: for a query that has others too, or needs one.
 *
 * @param text SQL
 * @param arguments what is bound in it
 */
record OwnerCondition(String text, List<Object> arguments) {

  private static final OwnerCondition ALL = new OwnerCondition("true", List.of());
  private static final OwnerCondition NONE = new OwnerCondition("false", List.of());

  static OwnerCondition of(Owners owners) {
    if (owners instanceof Owners.Only only) {
      return new OwnerCondition("owner = ?", List.of(only.owner()));
    }
    if (owners instanceof Owners.OfTenant tenant) {
      return new OwnerCondition(
          "owner like ? escape '!'", List.of(LikePattern.escaped(tenant.prefix()) + '%'));
    }
    return owners instanceof Owners.All ? ALL : NONE;
  }
}
