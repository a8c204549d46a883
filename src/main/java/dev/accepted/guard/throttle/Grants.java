package dev.accepted.guard.throttle;

import io.github.bucket4j.Bucket;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When one visitor may poll one monitor again. Each answer that named a time is a grant from then
 * on, and a poll uses up the grant that has been good for longest: so several clients of one
 * visitor, which can't be told apart, may each come at the time that it was told.
 *
 * <p>Of a number of clients that all keep to what they were told, no more polls than clients ever
 * find no grant, even if some of the answers came from other nodes: each client has at most one
 * grant from here that isn't good yet. So a bucket with a token for each client is never empty, and
 * needs no refill.
 */
final class Grants {

  private static final int FIRST_ROOM = 2;

  /** More clients of one visitor at one monitor are not told apart from one that is pushy. */
  private static final int MOST = 16;

  private long[] due = new long[FIRST_ROOM];
  private int count;
  private int state;
  private @Nullable Bucket early;

  /**
   * One more poll.
   *
   * @param now in milliseconds
   * @param seen the job's state; when it has changed, all grants are good at once
   * @param next when the answer to it will say to come again, in milliseconds
   * @param buckets where to get a bucket for polls that no grant was good for
   * @return 0, or for how many milliseconds it is too early
   */
  synchronized long poll(long now, int seen, long next, Buckets buckets) {
    if (seen != state) {
      state = seen;
      Arrays.fill(due, 0, count, now);
    }
    int first = first();
    if (count > 0 && due[first] > now) {
      long wait = drawEarly(buckets);
      if (wait > 0) {
        return Math.min(wait, due[first] - now);
      }
    } else if (count > 0) {
      due[first] = due[--count];
    }
    add(next);
    return 0;
  }

  /** One more that is good from now on. */
  synchronized void add(long from) {
    if (count < MOST) {
      if (count == due.length) {
        due = Arrays.copyOf(due, 2 * count);
      }
      due[count++] = from;
    } else {
      due[last()] = from;
    }
  }

  private long drawEarly(Buckets buckets) {
    Bucket bucket = early;
    if (bucket == null) {
      bucket = buckets.full();
      early = bucket;
    }
    return Buckets.draw(bucket);
  }

  private int first() {
    int first = 0;
    for (int i = 1; i < count; i++) {
      first = due[i] < due[first] ? i : first;
    }
    return first;
  }

  private int last() {
    int last = 0;
    for (int i = 1; i < count; i++) {
      last = due[i] > due[last] ? i : last;
    }
    return last;
  }
}
