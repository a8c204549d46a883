package dev.accepted.datasets;

import dev.accepted.datasets.Groups.Group;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Groups of any number, gathered one after the other from rows that are sorted by their keys. */
final class SortedGroups implements Iterator<@Nullable Object[]> {

  private final Groups groups;
  private final Iterator<@Nullable Object[]> rows;
  private @Nullable Object @Nullable [] ahead;

  SortedGroups(Groups groups, Iterator<@Nullable Object[]> rows) {
    this.groups = groups;
    this.rows = rows;
    step();
  }

  private void step() {
    ahead = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public @Nullable Object[] next() {
    @Nullable Object[] first = ahead == null ? rows.next() : ahead;
    Group group = groups.begin(groups.key(first));
    group.add(first);
    for (step(); ahead != null && groups.order().compare(first, ahead) == 0; step()) {
      group.add(ahead);
    }
    return group.row();
  }
}
