package dev.accepted.datasets;

import dev.accepted.datasets.Groups.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers groups in memory, as long as there are not too many. */
final class HashGroups {

  private static final long MOST_BYTES = 32 << 20;
  private static final long GROUP_BYTES = 200;

  private final Groups groups;
  private final Map<List<@Nullable Object>, Group> found = new HashMap<>();
  private long bytes;

  HashGroups(Groups groups) {
    this.groups = groups;
    if (groups.keys() == 0) {
      found.put(List.of(), groups.begin(List.of()));
    }
  }

  void add(@Nullable Object[] row) {
    if (overflowed()) {
      return;
    }
    List<@Nullable Object> key = groups.key(row);
    Group group = found.get(key);
    if (group == null) {
      group = groups.begin(key);
      found.put(key, group);
      bytes += GROUP_BYTES * (1 + groups.aggregates().size()) + RowCodec.weight(row);
      if (overflowed()) {
        found.clear();
        return;
      }
    }
    group.add(row);
  }

  private boolean overflowed() {
    return bytes > MOST_BYTES;
  }

  /** The groups' rows in the order of their keys; empty if there were too many. */
  Optional<List<@Nullable Object[]>> rows() {
    return overflowed()
        ? Optional.empty()
        : Optional.of(found.values().stream().map(Group::row).sorted(groups.order()).toList());
  }
}
