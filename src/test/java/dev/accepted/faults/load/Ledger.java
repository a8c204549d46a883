package dev.accepted.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Everything that was acknowledged. */
public final class Ledger {

  private final List<Entry> entries = new ArrayList<>();

  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  public synchronized int size() {
    return entries.size();
  }

  /** All of it, in the order in which it came. */
  public synchronized List<Entry> all() {
    return List.copyOf(entries);
  }

  /** All that has been told by now. */
  public synchronized List<Promise> promises() {
    return entries.stream().map(entry -> new Promise(entry, entry.end())).toList();
  }

  /** One of the newest so many. */
  synchronized Optional<Entry> any(RandomGenerator random, int newest) {
    int among = Math.min(newest, entries.size());
    return among == 0
        ? Optional.empty()
        : Optional.of(entries.get(entries.size() - 1 - random.nextInt(among)));
  }
}
