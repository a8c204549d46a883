package dev.accepted.http.exchange.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last polls of a job: a ring, that takes room as it needs it. Not safe for several threads.
 *
 * <p>Kept as numbers and not as objects: a poll lives for fifty polls, so with objects each would
 * be copied by the collector and die old, which costs more than all else that is done here.
 */
final class RecentPolls {

  /** More are only counted. */
  static final int MOST = 50;

  private static final int FIRST_ROOM = 4;

  private long[] ring = new long[FIRST_ROOM * PackedPoll.LONGS];
  private int next;
  private int count;

  /**
   * One more; the oldest goes if there is no room.
   *
   * @return whether it takes more room than before
   */
  boolean add(Poll poll) {
    boolean grows = count == room() && count < MOST;
    if (grows) {
      // It was never full before, so it begins at the beginning.
      next = count;
      ring = Arrays.copyOf(ring, Math.min(MOST, 2 * count) * PackedPoll.LONGS);
    }
    PackedPoll.write(poll, ring, next * PackedPoll.LONGS);
    next = (next + 1) % room();
    count = Math.min(count + 1, room());
    return grows;
  }

  /** For how many there is room. */
  int room() {
    return ring.length / PackedPoll.LONGS;
  }

  /** Newest first. */
  List<Poll> all() {
    List<Poll> polls = new ArrayList<>(count);
    for (int back = 1; back <= count; back++) {
      polls.add(PackedPoll.read(ring, Math.floorMod(next - back, room()) * PackedPoll.LONGS));
    }
    return polls;
  }
}
